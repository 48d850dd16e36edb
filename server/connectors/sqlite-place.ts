import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConnectorFault } from './connector-fault.ts'

/** Where SQLite systems may live, and what is ours: our data, our keys, our own database. */
export interface SqlitePlaces {
  readonly allowed: readonly string[]
  readonly ours: readonly string[]
}

/**
 * The real path of a SQLite system's file. It must lie below an allowed folder, links resolved, and not be one
 * of our own files: a policy that erases a person must never be turned on the desk's own records. A file with a
 * second name (a hard link) is refused, because its other name may be anywhere. An allowed folder may lie inside
 * our data; then only what lies below it is allowed.
 *
 * @throws ConnectorFault `not_allowed`, `unreachable` when there is no such file
 */
export function sqlitePlace(file: string, places: SqlitePlaces): string {
  const real = realOf(file)
  if (real === null) throw new ConnectorFault('unreachable')
  const stat = statSync(real)
  const allowed = places.allowed.map(realOf).filter((folder) => folder !== null)
  const home = allowed.filter((folder) => isBelow(real, folder)).sort((a, b) => b.length - a.length)[0]
  const ours = places.ours.map(realOf).filter((place) => place !== null)
  // Of a folder of ours and an allowed one around the file, the inner one has the say.
  const isOurs = ours.some((place) => real === place || (isBelow(real, place) && place.length > (home?.length ?? 0)))
  if (home === undefined || isOurs || !stat.isFile() || stat.nlink > 1) throw new ConnectorFault('not_allowed')
  return real
}

function realOf(place: string): string | null {
  try {
    return realpathSync(place)
  } catch {
    return null
  }
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
}
