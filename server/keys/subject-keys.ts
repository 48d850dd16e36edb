import type { Tx } from '../db/client.ts'
import { notFound } from '#usecases/errors.ts'
import type { Vault } from './vault.ts'

/**
 * A cached key lives this long at most, in ms of real time; an erasure waits it out before it is called complete. The
 * house book allows a minute: five seconds cost nothing measurable and keep nobody waiting.
 */
export const subjectKeyCacheMs = 5_000

const maximumCached = 2_000

interface Cached {
  readonly key: Uint8Array
  readonly until: number
}

/**
 * Opens subject keys, with a small cache in the process. `forget` drops one at once; in other processes it is
 * gone after `subjectKeyCacheMs`.
 */
export class SubjectKeys {
  readonly #vault: Vault
  readonly #cache = new Map<string, Cached>()

  constructor(vault: Vault) {
    this.#vault = vault
  }

  /** The subject's key. @throws NotFound when it was destroyed. */
  async open(tx: Tx, subjectId: string): Promise<Uint8Array> {
    const cached = this.#cache.get(subjectId)
    if (cached !== undefined && cached.until > performance.now()) return cached.key
    const row = await tx.subjectKey.findUnique({ where: { subjectId } })
    if (row === null) throw notFound('subject_erased')
    const key = this.#vault.subjectKey(subjectId, row.wrapped)
    if (this.#cache.size >= maximumCached) this.#cache.clear()
    this.#cache.set(subjectId, { key, until: performance.now() + subjectKeyCacheMs })
    return key
  }

  /** Creates and stores the key of a new subject. */
  async create(tx: Tx, subjectId: string, now: number): Promise<Uint8Array> {
    const { key, wrapped, keyVersion } = this.#vault.newSubjectKey(subjectId)
    await tx.subjectKey.create({ data: { subjectId, wrapped, keyVersion, createdAt: new Date(now) } })
    return key
  }

  forget(subjectId: string): void {
    this.#cache.delete(subjectId)
  }
}
