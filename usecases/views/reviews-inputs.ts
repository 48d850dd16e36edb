import { z } from 'zod'

/** What a supervisor can find in a call. */
export const reviewCallInput = z.object({ callId: z.uuid(), verdict: z.enum(['fine', 'talk']) })
export type ReviewCallInput = z.output<typeof reviewCallInput>

/** Why something that a system sent, or a job that gave up, needs nobody any more. */
export const workItemReasons = [
  'sender_told', 'sender_mended', 'correction_asked', 'done_otherwise', 'nothing_to_do',
] as const
export type WorkItemReason = (typeof workItemReasons)[number]

export const resolveWorkItemInput = z.object({ id: z.uuid(), reason: z.enum(workItemReasons, { error: 'choose' }) })
export type ResolveWorkItemInput = z.output<typeof resolveWorkItemInput>
