import Holidays from 'date-holidays'

/**
 * Where a person is protected: an ISO 3166-1 country (`CN`), a part of one (`US-CA`), `EU` when no more is
 * known, or `*` for anywhere else. Upper case.
 */
export type Jurisdiction = string

/** Stands for *any other place* in the law table, and for a person whose jurisdiction nobody knows. */
export const anywhere: Jurisdiction = '*'

/**
 * The member states, and the three EEA states for which the GDPR holds too (EEA Joint Committee 154/2018).
 */
const gdprCountries = new Set([
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV',
  'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'IS', 'LI', 'NO',
])

/**
 * Reads a jurisdiction as people write it (`us-ca`, ` CN `); null when it can be none. `UK` and `EL` are
 * understood.
 */
export function parseJurisdiction(text: string): Jurisdiction | null {
  const code = text.trim().toUpperCase()
  if (code === anywhere) return anywhere
  if (code === 'UK') return 'GB'
  if (code === 'EL') return 'GR'
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) ? code : null
}

/** The country of a jurisdiction: `US` for `US-CA`. */
export const countryOf = (jurisdiction: Jurisdiction): string => jurisdiction.slice(0, 2)

/**
 * Whether a row of the law table that is written for `rowPlace` speaks for somebody in `place`: the same
 * place, the country of a part, or the union of a member state. `*` speaks for nobody here; it is the
 * fallback.
 */
export function coversPlace(rowPlace: Jurisdiction, place: Jurisdiction): boolean {
  if (rowPlace === anywhere || place === anywhere) return false
  if (rowPlace === place || rowPlace === countryOf(place)) return true
  return rowPlace === 'EU' && gdprCountries.has(countryOf(place))
}

// Countries with several zones get the one that their authorities count in; the rest come from the calendar
// library.
const zones: Readonly<Record<string, string>> = {
  '*': 'UTC', EU: 'Europe/Brussels', CN: 'Asia/Shanghai', US: 'America/New_York', 'US-CA': 'America/Los_Angeles',
  CA: 'America/Toronto', BR: 'America/Sao_Paulo', GB: 'Europe/London', IN: 'Asia/Kolkata', AU: 'Australia/Sydney',
  RU: 'Europe/Moscow', MX: 'America/Mexico_City', ID: 'Asia/Jakarta', ES: 'Europe/Madrid', PT: 'Europe/Lisbon',
  FR: 'Europe/Paris', NZ: 'Pacific/Auckland', CL: 'America/Santiago',
}
const known = new Map<string, string>(Object.entries(zones))

/**
 * The one time zone in which a jurisdiction's deadlines are counted; UTC where nothing is known of the place.
 */
export function zoneOf(jurisdiction: Jurisdiction): string {
  let zone = known.get(jurisdiction)
  if (zone === undefined) {
    const own = calendarOf(jurisdiction).getTimezones()?.[0]
    zone = own ?? zones[countryOf(jurisdiction)] ?? 'UTC'
    known.set(jurisdiction, zone)
  }
  return zone
}

/** The holiday calendar of a jurisdiction; an empty one where the library knows none. */
export function calendarOf(jurisdiction: Jurisdiction): Holidays {
  const [country = '', part] = jurisdiction.split('-')
  return part === undefined ? new Holidays(country) : new Holidays(country, part)
}
