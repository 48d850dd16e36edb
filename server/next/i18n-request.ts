import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { formats } from '#domain/reader/formats.ts'
import { formattingLocale, preferenceCookies } from '#domain/reader/preferences.ts'
import { isLocale, localeFromHeader } from './locale.ts'
import { messagesOf } from './messages.ts'
import { zoneOf } from './time-zone.ts'

// next-intl asks for a default export here (see next.config.js). No locale in the path: an address
// that somebody sends to a colleague must open in the colleague's language.
export default getRequestConfig(async ({ locale: asked }) => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const chosen = jar.get(preferenceCookies.locale)?.value
  // A page that somebody reads who is not signed in may be in another language than the rest of their browser.
  const locale = isLocale(asked) ? asked : isLocale(chosen) ? chosen : localeFromHeader(head.get('accept-language'))
  const timeZone = zoneOf(jar.get(preferenceCookies.zone)?.value)
  return { locale: formattingLocale[locale], messages: messagesOf(locale), formats, timeZone }
})
