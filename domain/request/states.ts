/** The states of a request, and for each its clock and whose turn it is (domain book §5.2). */

export const requestStates = [
  'open',
  'awaiting_verification',
  'awaiting_approval',
  'returned',
  'cooling_off',
  'executing',
  'rechecking',
  'needs_attention',
  'completed_pending',
  'completed',
  'rejected',
  'cancelled',
] as const

export type RequestState = (typeof requestStates)[number]

export const finalStates = ['completed', 'rejected', 'cancelled'] as const satisfies RequestState[]

/** Until here a person can still cancel, and nothing has been changed anywhere. */
export const statesBeforeExecuting = [
  'open',
  'awaiting_verification',
  'awaiting_approval',
  'returned',
  'cooling_off',
] as const satisfies RequestState[]

/** From here on the plan is frozen and only a pause stops the work. */
export const statesAtWork = [
  'executing',
  'rechecking',
  'needs_attention',
  'completed_pending',
] as const satisfies RequestState[]

export const unfinishedStates = [...statesBeforeExecuting, ...statesAtWork] as const satisfies RequestState[]

export type TurnRole = 'agent' | 'supervisor' | 'system' | 'person' | 'nobody'

export const clockCodes = [
  'abandon',
  'give_up',
  'decide_by',
  'answer_return',
  'cooling_off',
  'waiting_access',
  'waiting_hold',
  'retry_span',
  'collect',
  'recheck',
  'attention',
  'second_recheck',
  'promised_call',
  'reading',
  'parked_too_long',
  'hold_review',
  'dispute',
  'second_finding',
  'rest',
  'ended',
] as const

export type ClockCode = (typeof clockCodes)[number]

/** Whose turn it is in each state when nothing lies over it, and which clock runs. */
export const stateTurns = {
  open: { role: 'agent', clock: 'abandon' },
  awaiting_verification: { role: 'person', clock: 'give_up' },
  awaiting_approval: { role: 'supervisor', clock: 'decide_by' },
  returned: { role: 'agent', clock: 'answer_return' },
  cooling_off: { role: 'system', clock: 'cooling_off' },
  executing: { role: 'system', clock: 'retry_span' },
  rechecking: { role: 'system', clock: 'recheck' },
  needs_attention: { role: 'supervisor', clock: 'attention' },
  completed_pending: { role: 'system', clock: 'second_recheck' },
  completed: { role: 'nobody', clock: 'ended' },
  rejected: { role: 'nobody', clock: 'ended' },
  cancelled: { role: 'nobody', clock: 'ended' },
} as const satisfies Record<RequestState, { role: TurnRole; clock: ClockCode }>

export function isFinal(state: RequestState): boolean {
  return (finalStates as readonly RequestState[]).includes(state)
}

export function isBeforeExecuting(state: RequestState): boolean {
  return (statesBeforeExecuting as readonly RequestState[]).includes(state)
}

export function isAtWork(state: RequestState): boolean {
  return (statesAtWork as readonly RequestState[]).includes(state)
}
