import { countryCode } from '../subject/country.ts'
import { settingDefinitions, type SettingDefinition, type SettingKey } from './definitions.ts'

export { settingDefinitions, type SettingDefinition, type SettingKey, type SettingUnit } from './definitions.ts'

type Defined = typeof settingDefinitions
type KeysOf<U> = { [K in SettingKey]: Defined[K]['unit'] extends U ? K : never }[SettingKey]

/** Settings that are a span of time of fixed length: everything but months, levels, counts and flags. */
export type DurationKey = KeysOf<'days' | 'hours' | 'minutes'>
export type FlagKey = KeysOf<'flag'>
export type CountryKey = KeysOf<'country'>

/** A setting's value: a whole number, yes or no, or a country's code. */
export type SettingValue = number | boolean | string

/** The value of every setting, in its own unit. */
export type Settings = {
  readonly [K in SettingKey]: K extends FlagKey ? boolean : K extends CountryKey ? string : number
}

/** Every key, in the order of the domain book. */
export const settingKeys = Object.keys(settingDefinitions) as SettingKey[]

/** The defaults of the domain book. */
export const defaultSettings = Object.fromEntries(
  settingKeys.map((key) => [key, settingDefinitions[key].initial]),
) as Settings

/** Why a typed value is none; a message key below `errors.`. */
export type SettingFault =
  | 'unknown_setting' | 'not_a_whole_number' | 'not_yes_or_no' | 'not_a_country' | 'too_small' | 'too_large'

export type ParsedSetting =
  | { readonly ok: true; readonly key: SettingKey; readonly value: SettingValue }
  | { readonly ok: false; readonly reason: SettingFault; readonly min?: number; readonly max?: number }

/** Whether a typed text is the key of a setting. */
export const isSettingKey = (text: string): text is SettingKey => Object.hasOwn(settingDefinitions, text)

/**
 * Reads one setting as it is typed or stored: a whole number within its bounds, `yes`, `no`, `true` or `false`, or a
 * country's code.
 */
export function parseSetting(key: string, raw: string): ParsedSetting {
  if (!isSettingKey(key)) return { ok: false, reason: 'unknown_setting' }
  const definition: SettingDefinition = settingDefinitions[key]
  const text = raw.trim().toLowerCase()
  if (definition.unit === 'flag') {
    if (text === 'yes' || text === 'true') return { ok: true, key, value: true }
    if (text === 'no' || text === 'false') return { ok: true, key, value: false }
    return { ok: false, reason: 'not_yes_or_no' }
  }
  if (definition.unit === 'country') {
    const value = countryCode(text)
    return value === null ? { ok: false, reason: 'not_a_country' } : { ok: true, key, value }
  }
  const { min, max } = definition
  if (!/^-?[0-9]{1,9}$/.test(text)) return { ok: false, reason: 'not_a_whole_number', min, max }
  const value = Number(text)
  if (value < min) return { ok: false, reason: 'too_small', min, max }
  if (value > max) return { ok: false, reason: 'too_large', min, max }
  return { ok: true, key, value }
}

/** How a value is stored and shown on the command line; `parseSetting` reads it back. */
export const settingText = (value: SettingValue): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

/**
 * The settings in force: the defaults with what the operator changed.
 *
 * @param changed rows of the settings table
 * @throws RangeError naming the key of a stored row that can not be read: a rule must not fall back in
 * silence
 */
export function settingsFrom(changed: Iterable<{ readonly key: string; readonly value: string }>): Settings {
  const settings: Record<string, SettingValue> = { ...defaultSettings }
  for (const { key, value } of changed) {
    const parsed = parseSetting(key, value)
    if (!parsed.ok) throw new RangeError(`setting ${key}: ${parsed.reason}`)
    settings[parsed.key] = parsed.value
  }
  return settings as Settings
}

const unitMs = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 } as const

/** A setting that is a span of time, in ms. Days count 24 hours: they are waits, not calendar dates. */
export function settingMs(settings: Settings, key: DurationKey): number {
  return settings[key] * unitMs[settingDefinitions[key].unit]
}
