/** Guards of the pauses (domain book §5.2, second table). */

import { levelToDispute } from './assurance-needed.ts'
import { as, isVerified, levelOf, type StepContext } from './context.ts'
import type { RefusalCode } from './explain.ts'
import { pauseOf } from './pause.ts'
import { needsTelling, readFrom, wasTold } from './telling.ts'

export const pauseGuards = {
  parked: ({ request }) => (pauseOf(request, 'parked') ? null : 'not_parked'),
  not_parked: ({ request }) => (pauseOf(request, 'parked') ? 'already_parked' : null),

  /** A letter reaches whoever opens the post: nobody under pressure is taken as told by it. */
  written_and_read: ({ request, event, facts }) => {
    const parked = pauseOf(request, 'parked')
    if (!parked) return 'not_parked'
    if (parked.inWritingAt === null || parked.reason === 'under_pressure') return 'not_in_writing'
    const from = readFrom(request, facts.settings)
    if (from === null) return 'paused'
    return event.at >= from ? null : 'reading_time'
  },

  not_under_pressure: ({ request }) =>
    pauseOf(request, 'parked')?.reason === 'under_pressure' ? 'never_in_writing' : null,

  /** The system reaches nobody but by a link that everybody answered, and never somebody under pressure. */
  reached_by_link: (c) => {
    if (c.event.by.type !== 'system') return null
    if (pauseOf(c.request, 'parked')?.reason === 'under_pressure') return 'never_in_writing'
    if (needsTelling(c.request) && !wasTold(as(c.event, 'reached').told ?? c.request.told)) return 'not_told'
    return c.request.state === 'awaiting_verification' && isVerified(c) ? null : 'not_verified'
  },

  was_written: ({ request }) => ((pauseOf(request, 'parked')?.inWritingAt ?? null) === null ? 'not_in_writing' : null),

  hold_names_a_subject: ({ request, event }) => {
    const { hold } = as(event, 'hold_placed')
    return request.subjects.some((s) => s.subjectId === hold.subjectId) ? null : 'hold_not_of_subject'
  },

  hold_known: ({ request, event, facts }) => {
    const { ref } = as(event, 'hold_reviewed')
    const paused = pauseOf(request, 'on_hold')?.holds.some((h) => h.ref === ref) ?? false
    return paused || facts.holds.some((h) => h.ref === ref) ? null : 'no_such_hold'
  },

  review_in_future: ({ event }) => (as(event, 'hold_reviewed').reviewOn > event.at ? null : 'date_missing'),

  disputed: ({ request }) => (pauseOf(request, 'disputed') ? null : 'not_disputed'),
  not_disputed: ({ request }) => (pauseOf(request, 'disputed') ? 'already_disputed' : null),

  /**
   * Whoever says "that was not me" need not be surer than that; the old contact proves itself by
   * answering.
   */
  level_for_dispute: (c) => {
    if (c.event.by.type === 'contact') return null
    const needed = levelToDispute(c.request.disputes)
    return c.request.subjects.some((s) => levelOf(c, s.subjectId) >= needed) ? null : 'level_too_low'
  },

  ground_and_remedies: ({ event, facts }) => {
    const { ground, remedies } = as(event, 'resolve_dispute')
    if (ground === '') return 'ground_missing'
    if (remedies.length === 0) return 'remedies_missing'
    return facts.refusalMustOffer.some((r) => !remedies.includes(r)) ? 'remedy_missing' : null
  },
} as const satisfies Record<string, (c: StepContext) => RefusalCode | null>
