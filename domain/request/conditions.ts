/** What chooses between the rows of one event. A condition never refuses: guards do. */

import { as, isVerified, levelSubmitted, needsApproval, type StepContext } from './context.ts'
import { obstacle } from './obstacles.ts'
import { marksNobody, sameMarks } from './plan-fact.ts'
import { isUnread, needsTelling, wasTold } from './telling.ts'

/** The proposal that this event would be the second half of: same thing, same system, same terms. */
export function proposalFor(c: StepContext) {
  const { event, request } = c
  if (event.type !== 'done_by_hand' && event.type !== 'keep') return undefined
  return request.proposals.find(
    (p) =>
      p.type === event.type &&
      p.system === event.system &&
      (event.type === 'done_by_hand' || (p.basis === event.basis && p.until === event.until)),
  )
}

/** Today's plan is not the one that lies before the supervisor. */
export function planDiffers({ request, facts }: StepContext): boolean {
  return facts.plan !== null && (facts.plan.hash !== request.planHash || !sameMarks(facts.plan.marks, request.marks))
}

function untold({ request }: StepContext): boolean {
  return needsTelling(request) && !wasTold(request.told)
}

function unread({ request, event, facts }: StepContext): boolean {
  return isUnread(request, event.at, facts.settings.readingMs)
}

export const conditions = {
  call_promised_or_untold: (c) => c.request.promisedCallAt !== null || untold(c) || unread(c),
  untold,
  unread,
  verified: (c) => isVerified(c),
  verified_when_submitted: (c) => c.request.state === 'awaiting_verification' && isVerified(c, levelSubmitted),
  not_verified: (c) => !isVerified(c),
  nobody_markable: ({ facts }) => facts.plan !== null && marksNobody(facts.plan.marks),
  approval_needed: needsApproval,
  first_approval: ({ request }) => request.approvals.length === 0,
  plan_differs: planDiffers,
  obstacle: ({ request, event, facts }) => obstacle(request, event.at, facts) !== null,
  no_proposal_yet: (c) => proposalFor(c) === undefined,
  more_in_attention: ({ request, event }) =>
    (event.type === 'done_by_hand' || event.type === 'keep') &&
    request.attention.some((a) => a.system !== event.system),
  tasks_still_open: ({ facts }) => facts.tasks === null || facts.tasks.running > 0 || facts.tasks.open.length > 0,
  no_finding_yet: ({ request }) => request.errorFinding === null,
  wants_it_written: ({ event }) => {
    const { told } = as(event, 'reached')
    return wasTold(told) && told?.inWriting === true && told.answeredAt === null
  },
  telling_failed: ({ request, event }) => !wasTold(as(event, 'reached').told ?? request.told),
  not_upheld: ({ event }) => !as(event, 'resolve_dispute').upheld,
} as const satisfies Record<string, (c: StepContext) => boolean>

export type ConditionName = keyof typeof conditions
