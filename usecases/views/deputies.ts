import { z } from 'zod'

/** Who stands in for the supervisors: a part of `/approvals` and of `/settings/staff`. */
export interface DeputiesView {
  now: number
  /** For so many hours a new right to decide waits, unless its holder was named so long before. */
  graceHours: number
  deputies: {
    deputyId: string
    human: string
    namedBy: string
    namedAt: number
    /** From then on they decide as soon as they are a supervisor. */
    countsFrom: number
    /** Epoch ms; null without an end. */
    endsAt: number | null
    isMe: boolean
  }[]
  /** Whom this reader may name. */
  candidates: { staffId: string; human: string; role: 'agent' | 'supervisor' }[]
}

export const nameDeputyInput = z.object({
  staffId: z.string().min(1, { error: 'choose' }),
  /** `YYYY-MM-DD`, the last day; empty without an end. */
  lastDay: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, { error: 'date' }),
})
export type NameDeputyInput = z.output<typeof nameDeputyInput>

export const endDeputyInput = z.object({ deputyId: z.string().min(1).max(64) })
export type EndDeputyInput = z.output<typeof endDeputyInput>
