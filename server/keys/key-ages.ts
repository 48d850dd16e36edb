import { createHash, createPublicKey } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Signer } from '#usecases/ports/key-store.ts'

/** What can be said of a key without it: its kind, which of its kind, and when its file was written, epoch ms. */
export interface KeyAge {
  readonly kind: 'master' | 'registry' | 'log' | 'derivation'
  readonly generation: number | null
  readonly since: number
}

/** The ages of an installation's key files, oldest generation first. No file is opened. */
export function keyAges(directory: string): KeyAge[] {
  const ages = readdirSync(directory).flatMap((name): KeyAge[] => {
    const found = /^(?:(master|registry)-(\d+)|(log|derivation))\.key$/.exec(name)
    if (found === null) return []
    const kind = (found[1] ?? found[3]) as KeyAge['kind']
    const generation = found[2] === undefined ? null : Number(found[2])
    return [{ kind, generation, since: statSync(path.join(directory, name)).mtimeMs }]
  })
  const order = ['master', 'registry', 'log', 'derivation']
  const place = ({ kind, generation }: KeyAge) => order.indexOf(kind) * 1_000_000 + (generation ?? 0)
  return ages.toSorted((a, b) => place(a) - place(b))
}

/** SHA-256 of a public key (SubjectPublicKeyInfo, DER), hex: public by its nature. */
export const publicKeySha256 = ({ publicKeyPem }: Signer): string =>
  createHash('sha256').update(createPublicKey(publicKeyPem).export({ format: 'der', type: 'spki' })).digest('hex')
