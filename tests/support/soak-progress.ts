import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '.cache', 'soak')

/** How far a soak part has come: it goes on there the next time, with the same seed. */
export interface SoakProgress {
  readonly seed: number
  /** Draws made: the next one's number. */
  readonly done: number
  /** Those in which the worker was killed: some end a few statements before their turn comes. */
  readonly killed: number
}

/** The progress of one part; a new one where there is none, or where another seed is asked for. */
export function readProgress(part: string, seed: number): SoakProgress {
  try {
    const known = JSON.parse(readFileSync(join(folder, `${part}.json`), 'utf8')) as SoakProgress
    return known.seed === seed ? { ...known, killed: known.killed ?? known.done } : { seed, done: 0, killed: 0 }
  } catch {
    return { seed, done: 0, killed: 0 }
  }
}

/** Keeps it after every step, so that a part may be broken off anywhere. */
export function keepProgress(part: string, progress: SoakProgress): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${part}.json`), JSON.stringify(progress))
}
