import { createHash } from 'node:crypto'

import { isCaseCode } from '../request/case-code.ts'
import { canonicalJson } from './canonical-json.ts'
import { actorTypes, isAuditCode } from './codes.ts'
import type { ActorType, AuditCode } from './codes.ts'
import { isBase64url32, isEntryCode, isEntryId, isEntryKey, isEntryText } from './entry-value.ts'

/** A value in an entry's `data`: nothing that could be somebody's words (see `isEntryText`). */
export type EntryValue =
  | null
  | boolean
  | number
  | string
  | readonly EntryValue[]
  | { readonly [key: string]: EntryValue }

/** One line of the audit log, version 1 (docs of the format: formats book, *audit entry*). */
export type AuditEntry = {
  readonly v: 1
  /** A random UUID. */
  readonly id: string
  /** UTC in milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly at: string
  readonly what: AuditCode
  readonly outcome: 'ok' | 'denied' | 'failed'
  /** `id` is a UUID or a code; null exactly for `nobody`. */
  readonly actor: { readonly type: ActorType; readonly id: string | null }
  /** The case code as stored (nine characters), or null. */
  readonly case: string | null
  /** The call's id, or null. */
  readonly call: string | null
  /** Ids of subjects, each once. Never external ids. */
  readonly subjects: readonly string[]
  readonly data: { readonly [key: string]: EntryValue }
  /** Commitments by name, each base64url of 32 bytes. */
  readonly commit: { readonly [name: string]: string }
}

/** Why an entry is refused. Closed, and safe to log. */
export type EntryFault =
  | 'shape'
  | 'version'
  | 'id'
  | 'at'
  | 'what'
  | 'outcome'
  | 'actor'
  | 'case'
  | 'call'
  | 'subjects'
  | 'data_key'
  | 'data_value'
  | 'data_depth'
  | 'commit'
  | 'too_large'
  | 'not_canonical'

/** Thrown when an entry may not be written or read. Names the fault, never the value that caused it. */
export class EntryNotAllowed extends Error {
  readonly fault: EntryFault

  constructor(fault: EntryFault) {
    super(`audit entry not allowed: ${fault}`)
    this.name = 'EntryNotAllowed'
    this.fault = fault
  }
}

/** The length prefix of a C2SP tlog-tiles entry bundle is 16 bits. */
export const maxEntryBytes = 65_535

const maxDepth = 3
const fields = ['actor', 'at', 'call', 'case', 'commit', 'data', 'id', 'outcome', 'subjects', 'v', 'what']

/**
 * `at` of an entry, from epoch milliseconds (UTC). Throws {@link EntryNotAllowed} for a time that is none.
 */
export function entryTime(ms: number): string {
  const time = new Date(ms)
  if (Number.isNaN(time.getTime())) throw new EntryNotAllowed('at')
  return time.toISOString()
}

/**
 * The bytes of an entry: RFC 8785, at most 65,535. They are stored and hashed as they are and never migrated.
 *
 * Refuses with {@link EntryNotAllowed} whatever is not of the format, and in `data` everything that could be
 * free text, a phone or an e-mail. `data` itself is depth 1; arrays and objects may nest to depth 3. Integers
 * are not looked into: a key must say what they count, and an identifier is never written as a number.
 */
export function encodeEntry(entry: AuditEntry): Uint8Array {
  check(entry)
  const bytes = canonicalJson(entry)
  if (bytes.length > maxEntryBytes) throw new EntryNotAllowed('too_large')
  return bytes
}

/**
 * Reads what {@link encodeEntry} wrote. Bytes that are not exactly the canonical form of an allowed entry
 * throw {@link EntryNotAllowed}: a second form of the same entry would be a second leaf.
 */
export function decodeEntry(bytes: Uint8Array): AuditEntry {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new EntryNotAllowed('shape')
  }
  const entry = parsed as AuditEntry
  const again = encodeEntry(entry)
  if (again.length !== bytes.length || again.some((byte, i) => byte !== bytes[i])) {
    throw new EntryNotAllowed('not_canonical')
  }
  return entry
}

/** The leaf of an entry in the log's tree: SHA-256(0x00 ‖ bytes), RFC 9162 §2.1.1. 32 bytes. */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest())
}

function check(entry: AuditEntry): void {
  demand(isRecord(entry) && Object.keys(entry).sort().join() === fields.join(), 'shape')
  const { actor, subjects, data, commit } = entry
  demand(entry.v === 1, 'version')
  demand(isText(entry.id) && isEntryId(entry.id), 'id')
  demand(isText(entry.at) && isMillisecondTime(entry.at), 'at')
  demand(isText(entry.what) && isAuditCode(entry.what), 'what')
  demand(['ok', 'denied', 'failed'].includes(entry.outcome), 'outcome')
  demand(isRecord(actor) && Object.keys(actor).sort().join() === 'id,type' && isActor(actor), 'actor')
  demand(entry.case === null || (isText(entry.case) && isCaseCode(entry.case)), 'case')
  demand(entry.call === null || (isText(entry.call) && isEntryId(entry.call)), 'call')
  demand(Array.isArray(subjects) && subjects.every((id) => isText(id) && isEntryId(id)), 'subjects')
  demand(new Set(subjects).size === subjects.length, 'subjects')
  demand(isRecord(data), 'shape')
  checkValue(data, '', 1)
  demand(isRecord(commit), 'shape')
  for (const [name, value] of Object.entries(commit)) {
    demand(isEntryKey(name) && isText(value) && isBase64url32(value), 'commit')
  }
}

function isActor(actor: AuditEntry['actor']): boolean {
  if (!actorTypes.includes(actor.type)) return false
  if (actor.type === 'nobody') return actor.id === null
  return isText(actor.id) && (isEntryId(actor.id) || isEntryCode(actor.id))
}

function isMillisecondTime(at: string): boolean {
  const ms = Date.parse(at)
  return /^\d{4}-/.test(at) && !Number.isNaN(ms) && new Date(ms).toISOString() === at
}

function checkValue(value: unknown, name: string, depth: number): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'number') return demand(Number.isSafeInteger(value), 'data_value')
  if (typeof value === 'string') return demand(isEntryText(value, name), 'data_value')
  demand(depth <= maxDepth, 'data_depth')
  if (Array.isArray(value)) return Array.from(value).forEach((item) => checkValue(item, name, depth + 1))
  demand(isRecord(value), 'data_value')
  for (const [key, nested] of Object.entries(value as object)) {
    demand(isEntryKey(key), 'data_key')
    checkValue(nested, key, depth + 1)
  }
}

function demand(holds: boolean, fault: EntryFault): void {
  if (!holds) throw new EntryNotAllowed(fault)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** A plain object: what canonical JSON can write. */
function isRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = prototype === Object.prototype || prototype === null
  return plain && Object.getOwnPropertySymbols(value).length === 0
}
