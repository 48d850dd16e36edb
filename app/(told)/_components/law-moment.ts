import { formattingLocale, type Locale } from '#domain/reader/preferences.ts'

/** A moment (epoch ms) in words, in the zone of the law and with its name: whoever reads it may be anywhere. */
export const lawMoment = (at: number, locale: Locale, zone: string): string =>
  new Intl.DateTimeFormat(formattingLocale[locale], {
    weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit',
    timeZone: zone, timeZoneName: 'short',
  }).format(at)
