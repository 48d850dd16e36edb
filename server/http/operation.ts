import type { ZodType } from 'zod'
import type { ClientScope } from '#domain/access/actor-kinds.ts'
import type { Principal } from '#usecases/actor.ts'
import type { Container } from '../container.ts'

/** What an operation answers with; `body` is sent as JSON, or as it is when it is text. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly contentType?: string
}

/** One request as an operation sees it: the sender proven, the path read, the body parsed from JSON. */
export interface OperationCall {
  readonly desk: Container
  readonly principal: Principal & { readonly kind: 'client' }
  readonly params: Readonly<Record<string, string>>
  /** Parsed JSON, judged by the command's or query's own schema; undefined where there is no body. */
  readonly body: unknown
  /** The sender's Idempotency-Key, if there is one. */
  readonly idempotencyKey: string | null
}

/** One operation of the machine API: what the OpenAPI document says of it, and what carries it out. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST'
  /** Below `base`, with `{names}` in it, such as `/subjects/{external_id}`. */
  readonly path: string
  /** `/api/v1` when left out. */
  readonly base?: '/api'
  readonly scope: ClientScope
  readonly summary: string
  /** What each part of the path is. */
  readonly params?: Readonly<Record<string, ZodType>>
  readonly body?: ZodType
  /** Statuses of success, each with what is in the answer. */
  readonly answers: Readonly<Record<number, ZodType>>
  /** Problems beside those that every operation has, by status. */
  readonly problems?: Readonly<Record<number, string>>
  readonly contentType?: string
  /** False for questions whose answer must never be replayed. */
  readonly idempotent?: boolean
  /** Largest body in bytes. */
  readonly bodyLimit?: number
  /** Points of the client's rate that one request takes; 1 when left out. */
  readonly cost?: (body: unknown) => number
  /** What anything that is not the sender's fault is answered with: the gate never answers "eligible" then. */
  readonly onFault?: 'hold-enrolment'
  readonly run: (call: OperationCall) => Promise<Answer>
}

/** The whole path of an operation, with its `{names}`. */
export const fullPath = (operation: Pick<Operation, 'base' | 'path'>): string =>
  `${operation.base ?? '/api/v1'}${operation.path}`
