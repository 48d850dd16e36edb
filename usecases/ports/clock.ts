/** The one source of time. Epoch milliseconds, UTC. A demo may move it (server/clock.ts). */
export interface Clock {
  now(): number
}

/** The one source of randomness. */
export interface Ids {
  /** A random UUID. */
  uuid(): string
  /** `length` random bytes. */
  bytes(length: number): Uint8Array
}
