import { z } from 'zod'
import type { Capacity, CheckKind, CheckState } from '#domain/verification/caller-check.ts'
import type { MaskedPersonView } from './person.ts'
import type { Lock } from './phrase.ts'

/** `/checks`: what callers claimed and a supervisor checks by its reference. Codes, dates and numbers of staff. */
export interface ChecksView {
  now: number
  /** How many wait; the oldest of them are listed. */
  total: number
  items: CheckLineView[]
}

export interface CheckLineView {
  checkId: string
  version: number
  kind: CheckKind
  capacity: Capacity | null
  state: Extract<CheckState, 'waiting' | 'objected'>
  askedBy: string
  askedAt: number
  /** The end of the time in which the old contact may object; null where nobody waits for it. */
  opensAt: number | null
  objectedAt: number | null
  lock: Lock | null
}

/** What only an opening on purpose shows: it lives in the component's memory, and its entry says who looked. */
export interface OpenedCheck {
  reference: string
  /** Masked: where the caller says that they can be reached. */
  contact: string
  person: MaskedPersonView
}

const onCheck = z.object({ checkId: z.uuid(), version: z.int().min(1) })

export const openCheckInput = z.object({ checkId: z.uuid() })
export type OpenCheckInput = z.output<typeof openCheckInput>

export const judgeCheckInput = onCheck.extend({
  /** Whether what the reference leads to is there and fits. */
  fits: z.boolean(),
})
export type JudgeCheckInput = z.output<typeof judgeCheckInput>

export const settleObjectionInput = onCheck.extend({
  /** Whether the contact stays reported lost, or counts again as it did. */
  contactStaysLost: z.boolean(),
})
export type SettleObjectionInput = z.output<typeof settleObjectionInput>
