import type { AuditCode } from '#domain/audit/codes.ts'
import type { JsonValue } from '#domain/audit/canonical-json.ts'

/** A value that the log commits to without showing it. */
export interface CommittedValue {
  readonly value: string
  /** Whose erasure ends the salt; null when it belongs to nobody's data. */
  readonly subject: string | null
  /** Epoch ms at which the salt ends by itself; null: with the subject. */
  readonly expiresAt: number | null
}

/** What happened, as a command or query reports it; the runner adds who, when, ids and salts. */
export interface AuditEvent {
  readonly what: AuditCode
  /** How it ended; `ok` when absent. A refusal that is an answer (a wrong code) is recorded as `denied`. */
  readonly outcome?: 'ok' | 'denied' | 'failed'
  readonly case?: string | null
  readonly call?: string | null
  readonly subjects?: readonly string[]
  /** Codes, integers and hashes only (formats.md). */
  readonly data?: { readonly [name: string]: JsonValue }
  readonly commit?: { readonly [name: string]: CommittedValue }
}

/** At least one: a command without an audit entry does not compile. */
export type AuditEvents = readonly [AuditEvent, ...AuditEvent[]]

/** Work that is enqueued in the same transaction. `payload` holds ids and codes only. */
export interface JobRequest {
  readonly kind: string
  /** Stable: the same work is enqueued once, however often it is asked for. */
  readonly key: string
  readonly payload: { readonly [name: string]: JsonValue }
  /** Epoch ms; now when absent. */
  readonly runAt?: number
}
