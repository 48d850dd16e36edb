import type { SystemRecord } from '../ports/system-store.ts'

/** What an address leads to: `file:` and an absolute path, or `postgresql://`; null for anything else. */
export function kindOfAddress(url: string): SystemRecord['kind'] | null {
  if (/^file:(\/\/)?\/[^?#]+$/.test(url)) return 'sqlite'
  if (/^postgres(ql)?:\/\/[^/]+\/.+/.test(url) && URL.canParse(url)) return 'postgresql'
  return null
}

/** The host or the file's name: what may be shown of an address that can carry a password. */
export function placeOf(url: string): string {
  if (kindOfAddress(url) === 'sqlite') return url.split('/').at(-1) ?? ''
  return URL.canParse(url) ? new URL(url).host : ''
}
