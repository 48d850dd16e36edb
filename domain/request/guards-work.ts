/** Guards from executing to the end (domain book §5.2; invariant 7). */

import { humanOf } from './actor.ts'
import { levelToCancel } from './assurance-needed.ts'
import { proposalFor } from './conditions.ts'
import { as, levelOf, type StepContext } from './context.ts'
import { keepBases, type RefusalCode } from './explain.ts'
import { planShrinks } from './plan-fact.ts'
import { restItemsDue } from './rest.ts'

const bases: readonly string[] = keepBases

export const workGuards = {
  tasks_done: ({ facts }) => {
    const { tasks } = facts
    return tasks && tasks.running === 0 && tasks.failed.length === 0 && tasks.open.length === 0 ? null : 'tasks_open'
  },

  a_task_failed: ({ facts }) => {
    if (!facts.tasks || facts.tasks.failed.length === 0) return 'no_task_failed'
    return facts.tasks.running > 0 ? 'tasks_open' : null
  },

  copy_not_sent: ({ request }) => (request.copySentAt === null ? null : 'copy_sent'),
  copy_was_sent: ({ request }) => (request.copySentAt === null ? 'copy_not_sent' : null),

  level_of_person: (c) =>
    c.request.subjects.length > 0 && c.request.subjects.every((s) => levelOf(c, s.subjectId) >= levelToCancel)
      ? null
      : 'level_too_low',

  not_released: ({ request }) => (request.releasedAt === null ? null : 'already_released'),

  is_waiting: ({ request }) => (request.waiting === null ? 'not_waiting' : null),

  plan_shrinks: ({ request, facts }) =>
    request.frozen && facts.plan && planShrinks(request.frozen, facts.plan) ? null : 'plan_grows',

  in_attention: ({ request, event }) =>
    (event.type === 'done_by_hand' || event.type === 'keep') &&
    request.attention.some((a) => a.system === event.system)
      ? null
      : 'not_in_attention',

  evidence_given: ({ event }) => (as(event, 'done_by_hand').evidence === '' ? 'evidence_missing' : null),

  basis_and_date: ({ event }) => {
    const keeping = as(event, 'keep')
    if (!bases.includes(keeping.basis)) return 'basis_missing'
    return keeping.until > event.at ? null : 'date_missing'
  },

  second_person: (c) => {
    const first = proposalFor(c)
    return first && first.human !== humanOf(c.event.by) ? null : 'second_person_needed'
  },

  everyone_answered: ({ request, event }) => {
    const { asked, told } = as(event, 'recheck_clean')
    const systems = request.frozen?.systems ?? []
    if (systems.some((s) => s.role !== 'recipient' && !asked.includes(s.system))) return 'not_all_asked'
    return systems.some((s) => s.role === 'recipient' && !told.includes(s.system)) ? 'not_all_told' : null
  },

  second_round: ({ request, event, facts }) =>
    request.firstCleanAt !== null && event.at >= request.firstCleanAt + facts.settings.secondRecheckMs
      ? null
      : 'too_early',

  systems_of_plan: ({ request, event }) => {
    const { systems } = as(event, 'leftovers')
    const known = request.frozen?.systems.map((s) => s.system) ?? []
    return systems.length > 0 && systems.every((s) => known.includes(s)) ? null : 'system_not_in_plan'
  },

  not_in_error: ({ request }) => (request.erasedInError === null ? null : 'in_error'),

  rest_is_due: ({ request, event, facts }) =>
    restItemsDue(request, event.at, facts.holds.map((h) => h.ref)).length > 0 ? null : 'no_rest',

  second_finder: ({ request, event }) =>
    request.errorFinding && request.errorFinding.human !== humanOf(event.by) ? null : 'second_person_needed',
} as const satisfies Record<string, (c: StepContext) => RefusalCode | null>
