import { hash, verify } from '@node-rs/argon2'
import { unavailable } from '#usecases/errors.ts'
import type { Passwords } from '#usecases/ports/passwords.ts'

// The package's own name for it is a const enum, which Node can not strip.
const argon2id = 2

/** RFC 9106, second recommended option: 64 MiB, three passes. About 0.2 s of one core here. */
const cost = { algorithm: argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** How many are computed at once, and how many more may wait: a flood is refused instead of eating the memory. */
const running = 2
const waiting = 32

/** A hash of nothing that anybody can type, so that an unknown login takes as long as a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$cmlnaHRzZGVzay1ub2JvZHk$0WLyPo5EHEPFqzAsbbSgv9oqU3yFpsUZbGaM0Qn3ZRk'

/** Argon2id behind a bounded queue. One a process. */
export function argon2Passwords(): Passwords {
  let active = 0
  const queue: (() => void)[] = []

  async function limited<T>(work: () => Promise<T>): Promise<T> {
    if (active >= running) {
      if (queue.length >= waiting) throw unavailable('sign_in_busy', 2)
      await new Promise<void>((resolve) => queue.push(resolve))
    } else {
      active += 1
    }
    try {
      return await work()
    } finally {
      const next = queue.shift()
      // The place passes to whoever waits longest, so `active` stays as it is.
      if (next === undefined) active -= 1
      else next()
    }
  }

  return {
    hash: (password) => limited(() => hash(password, cost)),
    verify: (stored, password) =>
      limited(async () => {
        const matches = await verify(stored ?? nobodysHash, password)
        return stored !== null && matches
      }),
  }
}
