import type { CalendarDate } from '#domain/law/calendar-date.ts'
import { countryOf, coversPlace, zoneOf, type Jurisdiction } from '#domain/law/jurisdiction.ts'
import { localDateOf } from '#domain/law/local-day.ts'

/** Age from which a person may consent alone. Where a law leaves a choice, the higher age is taken. */
const consentAges: Readonly<Record<string, number>> = { CN: 14, EU: 16, GB: 13, US: 13, KR: 14, IN: 18, BR: 18 }

/** Ages of majority other than 18. */
const majorityAges: Readonly<Record<string, number>> = { 'US-AL': 19, 'US-NE': 19, 'US-MS': 21, TH: 20, PR: 21 }

/**
 * Completed years on the person's own calendar. Born on 29 February, one turns a year older on 1 March where
 * there is no such day.
 */
export function ageOn(bornOn: CalendarDate, at: number, jurisdiction: Jurisdiction): number {
  const today = localDateOf(at, zoneOf(jurisdiction))
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** Age from which a consent counts without a guardian; 18 where the table says nothing. */
export function consentAge(jurisdiction: Jurisdiction): number {
  const own = consentAges[jurisdiction] ?? consentAges[countryOf(jurisdiction)]
  return own ?? (coversPlace('EU', jurisdiction) ? (consentAges.EU ?? 18) : 18)
}

/** Whether a person is a minor at a moment: such a person is never marked (domain.md §4, 4). */
export function isMinorAt(bornOn: CalendarDate, at: number, jurisdiction: Jurisdiction): boolean {
  const majority = majorityAges[jurisdiction] ?? majorityAges[countryOf(jurisdiction)] ?? 18
  return ageOn(bornOn, at, jurisdiction) < majority
}
