import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Clock, Ids } from '#usecases/ports/clock.ts'

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands where it is put: for tests and for the demo's story. */
export class ManualClock implements Clock {
  #now: number
  constructor(now: number) {
    this.#now = now
  }
  now(): number {
    return this.#now
  }
  set(now: number): void {
    this.#now = now
  }
  advance(ms: number): void {
    this.#now += ms
  }
}

/**
 * The machine's clock moved by the number of milliseconds in a file, read at each call so that a running demo
 * can be moved. The container refuses it unless the database is marked as a demo (formats.md, clock).
 */
export function movedClock(file: string): Clock {
  return {
    now() {
      let text: string
      try {
        text = readFileSync(file, 'utf8')
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return Date.now()
        throw fault
      }
      const offset = Number(text.trim() || '0')
      if (!Number.isSafeInteger(offset)) throw new Error('RIGHTSDESK_CLOCK_FILE: holds no whole number of milliseconds')
      return Date.now() + offset
    },
  }
}

/** Randomness from the operating system. */
export const systemIds: Ids = {
  uuid: () => randomUUID(),
  bytes: (length) => new Uint8Array(randomBytes(length)),
}
