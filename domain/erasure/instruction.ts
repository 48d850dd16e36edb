import type { RequestKind, Scope } from '#domain/request/kinds.ts'

/** What a legal hold keeps from being erased: everything, what one service holds, or named systems. */
export type HoldCover =
  | { readonly covers: 'everything' }
  | { readonly covers: 'service'; readonly service: string }
  | { readonly covers: 'systems'; readonly systems: readonly string[] }

/** What is asked of a system: which kind of request, for which service or the account, and what is held. */
export interface ErasureInstruction {
  readonly kind: RequestKind
  readonly scope: Scope
  readonly holds: readonly HoldCover[]
  /** When it is planned, epoch milliseconds: whose retention is over by then goes. */
  readonly at: number
}
