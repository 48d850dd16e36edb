import { formattingLocale, locales } from './preferences.ts'

/**
 * A day in words, “12 November 2026”, as people of a language write it.
 *
 * @param locale  of whoever reads or hears it; a script may be in more languages than the screens
 * @param at  epoch ms
 * @param zone  the IANA zone that counts the day
 */
export function longDay(locale: string, at: number, zone: string): string {
  const screen = locales.find((one) => one === locale)
  const tag = screen === undefined ? locale : formattingLocale[screen]
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: zone }).format(at)
}
