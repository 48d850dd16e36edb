/** Any value that JSON can carry. Read-only, so that literal data and parsed data both fit. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** Why a value has no canonical form. A closed set, safe to log: it never carries the value. */
export type NotCanonicalReason =
  | 'not_finite'
  | 'lone_surrogate'
  | 'not_json'
  | 'circular'

/** Thrown by {@link canonicalJson}. The message names the reason and nothing of the value. */
export class NotCanonical extends Error {
  readonly reason: NotCanonicalReason

  constructor(reason: NotCanonicalReason) {
    super(`no canonical JSON: ${reason}`)
    this.name = 'NotCanonical'
    this.reason = reason
  }
}

/**
 * The RFC 8785 (JCS) bytes of a value: UTF-8, no white space, keys sorted by UTF-16 code units, numbers and
 * strings as ECMAScript's JSON.stringify writes them (the RFC takes both from there).
 *
 * Stricter than JSON.stringify, because a signed or hashed form must not quietly lose anything: NaN, the
 * infinities, lone surrogates (RFC 8785 §3.2.2.2), undefined, holes, bigints, functions, symbol keys, circles
 * and objects that are not plain (dates, maps, anything with a prototype of its own) throw {@link
 * NotCanonical}.
 */
export function canonicalJson(value: JsonValue): Uint8Array {
  return new TextEncoder().encode(write(value, new Set()))
}

function write(value: unknown, open: Set<object>): string {
  switch (typeof value) {
    case 'string':
      return writeString(value)
    case 'number':
      // -0 becomes 0 and exponents take ECMAScript's form: RFC 8785 §3.2.2.3 asks for just this.
      if (!Number.isFinite(value)) throw new NotCanonical('not_finite')
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      return value === null ? 'null' : writeNested(value, open)
    default:
      throw new NotCanonical('not_json')
  }
}

function writeNested(value: object, open: Set<object>): string {
  if (open.has(value)) throw new NotCanonical('circular')
  open.add(value)
  const text = Array.isArray(value) ? writeArray(value, open) : writeObject(value, open)
  open.delete(value)
  return text
}

function writeArray(items: readonly unknown[], open: Set<object>): string {
  // Array.from turns a hole into undefined, which `write` refuses; map would skip it.
  return `[${Array.from(items, (item) => write(item, open)).join(',')}]`
}

function writeObject(value: object, open: Set<object>): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = prototype === Object.prototype || prototype === null
  if (!plain || Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical('not_json')
  // Array.prototype.sort without a comparator compares UTF-16 code units: the order of RFC 8785 §3.2.3.
  const members = Object.keys(value).sort().map((key) => {
    return `${writeString(key)}:${write((value as Record<string, unknown>)[key], open)}`
  })
  return `{${members.join(',')}}`
}

function writeString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new NotCanonical('lone_surrogate')
  return JSON.stringify(text)
}
