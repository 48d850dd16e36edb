import { preferenceCookies } from '#domain/reader/preferences.ts'

/** Remembers one preference for a year, for this site only. Read again by the server on the next render. */
export function setPreference(name: keyof typeof preferenceCookies, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : ''
  const year = 365 * 24 * 60 * 60
  document.cookie =
    `${preferenceCookies[name]}=${encodeURIComponent(value)}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`
}
