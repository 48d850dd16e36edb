import { isPersonalPath } from './personal-paths.ts'

/**
 * The page that somebody was at when their session ended, as an address may name it: one of this desk's rooms, and
 * nothing that leads anywhere else. It holds no more than the page's own address did.
 *
 * @returns null where it is none
 */
export function wayBack(asked: string | readonly string[] | null | undefined): string | null {
  if (typeof asked !== 'string' || !/^(\/[\w-]+)+$/.test(asked)) return null
  return isPersonalPath(asked) && !asked.startsWith('/told') ? asked : null
}
