/** Guards of the clocks: the state's own, the law's, and what is put before somebody else. */

import { as, type StepContext } from './context.ts'
import { escalationsDue, wasEscalated } from './escalation.ts'
import type { RefusalCode } from './explain.ts'

export const clockGuards = {
  clock_due: ({ request, event }) => (event.at >= request.clock.at ? null : 'too_early'),

  not_acknowledged: ({ request }) => (request.acknowledgedAt === null ? null : 'already_acknowledged'),

  not_extended: ({ request }) => (request.extended === null ? null : 'already_extended'),

  before_due: ({ request, event }) => (event.at < request.dueAt ? null : 'past_due'),

  law_allows_extension: ({ request, event, facts }) => {
    const { reason, dueAt } = as(event, 'extend')
    if (reason === '') return 'reason_missing'
    const latest = facts.extensionUntil
    return latest !== null && dueAt > request.dueAt && dueAt <= latest ? null : 'no_extension'
  },

  due_is_over: ({ request, event }) => {
    if (request.duePassedAt !== null || request.endedAt !== null) return 'already_said'
    return event.at >= request.dueAt ? null : 'not_due'
  },

  escalation_is_due: ({ request, event, facts }) => {
    const { of } = as(event, 'escalate')
    if (!escalationsDue(request, event.at, facts.settings).includes(of)) return 'not_due'
    return wasEscalated(request, of) ? 'already_said' : null
  },
} as const satisfies Record<string, (c: StepContext) => RefusalCode | null>
