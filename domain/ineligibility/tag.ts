import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { IdentifierType } from '../subject/identifier.ts'

/** Thrown when a tag can not be made: no key, a short key, or a value that is not well-formed text. */
export class NotTaggable extends Error {
  constructor(reason: 'no_key' | 'short_key' | 'value') {
    super(`registry tag not possible: ${reason}`)
    this.name = 'NotTaggable'
  }
}

/** Key bytes, or a key object made of them once: who asks thousands of times a second saves most of the time so. */
export type TagKey = Uint8Array | KeyObject

/**
 * The registry tag of a normalised identifier, and its generation (the number of keys).
 *
 * Generation 1 is HMAC-SHA-256(K1, type ‖ 0x1F ‖ normalised); generation n + 1 is HMAC-SHA-256(K(n+1), raw
 * tag n). `keys` are all generations, oldest first, at least 32 bytes each; a new entry runs the whole chain,
 * so that it equals an old entry that was rotated (domain book §7). The type is part of it: a phone can never
 * match an id. Throws {@link NotTaggable}.
 */
export function registryTag(
  keys: readonly TagKey[],
  type: IdentifierType,
  normalised: string,
): { tag: Uint8Array; generation: number } {
  const [first, ...later] = keys
  if (first === undefined) throw new NotTaggable('no_key')
  if (normalised === '' || /\p{Surrogate}/u.test(normalised)) throw new NotTaggable('value')
  const firstTag = hmac(first, new TextEncoder().encode(`${type}\x1f${normalised}`))
  const tag = later.reduce<Uint8Array>((before, key) => nextGeneration(before, key), firstTag)
  return { tag, generation: keys.length }
}

/**
 * The same person's tag one generation later: what a rotation stores, without knowing the identifier. 32
 * bytes.
 */
export function nextGeneration(tag: Uint8Array, nextKey: TagKey): Uint8Array {
  if (tag.length !== 32) throw new NotTaggable('value')
  return hmac(nextKey, tag)
}

function hmac(key: TagKey, message: Uint8Array): Uint8Array {
  const length = key instanceof Uint8Array ? key.length : (key.symmetricKeySize ?? 0)
  if (length < 32) throw new NotTaggable('short_key')
  return new Uint8Array(createHmac('sha256', key).update(message).digest())
}
