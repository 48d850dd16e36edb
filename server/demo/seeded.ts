/** A stream of numbers that is the same for the same seed, on every machine. */
export interface Seeded {
  /** A fraction of [0, 1). */
  fraction(): number
  /** A whole number of [0, below). */
  below(below: number): number
  /** One of a list. */
  pick<T>(from: readonly [T, ...T[]]): T
  /** True in this share of cases. */
  chance(share: number): boolean
}

/**
 * splitmix32: a Weyl sequence through a mixer (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
 * 2014). For inventing people, never for secrets.
 */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    pick: <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0],
    chance: (share) => fraction() < share,
  }
}

/** A stream of its own for each member of a series, so that a smaller series is the beginning of a larger one. */
export const seededFor = (seed: number, index: number): Seeded =>
  seeded(Math.imul(seed ^ 0x5bd1e995, index + 1) ^ index)
