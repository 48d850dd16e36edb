import { z } from 'zod'
import { aboveUsual, aboveUsualRule } from '#domain/review/above-usual.ts'
import { doubtsOf } from '#domain/review/call-doubts.ts'
import { humanOf } from '../actor.ts'
import type { ReviewedCall } from '../ports/review-store.ts'
import { query } from '../query.ts'
import type { CallOutcome } from '../views/desk.ts'
import type { CallToReviewView, ReviewsView } from '../views/reviews.ts'
import { listedWorkItems } from './list-work-items.ts'

const day = 86_400_000

/** How far back a review looks, in days: two weeks, after which nobody remembers a call. */
const lookBackDays = 14

/** More than this many calls are looked at in turn: those that were reviewed leave the list. */
const mostCalls = 500

/**
 * What a supervisor looks at beside the requests: calls whose look-up nothing explains, agents above the usual, and
 * what systems sent that they should not have. Personnel numbers, call ids, codes and counts.
 */
export const viewReviews = query({
  name: 'review.list',
  permission: 'review.list',
  input: z.object({}),
  async run({ actor, store, now }): Promise<ReviewsView> {
    const since = now - lookBackDays * day
    const [calls, figures, workItems] = await Promise.all([
      store.reviews.calls(since, mostCalls),
      store.reviews.figures(since),
      listedWorkItems(store),
    ])
    const inDoubt = calls.filter((call) => doubtsOf(call, now).length > 0)
    const holders = await store.reviews.holders(inDoubt.map(({ callId }) => callId))
    const reader = humanOf(actor)
    const doubtful = inDoubt.map((call) => callView(call, holders.get(call.callId)?.has(reader ?? '') === true, now))
    const { times, least } = aboveUsualRule
    return {
      now,
      days: lookBackDays,
      workItems,
      calls: doubtful.filter(({ review }) => review === null),
      toTalk: doubtful.filter(({ review }) => review?.verdict === 'talk'),
      above: aboveUsual(figures),
      agents: figures.length,
      outside: figures
        .filter((one) => one.outside > 0)
        .map(({ agent, outside: lookUps, outsideWithoutCase: withoutCase }) => ({ agent, lookUps, withoutCase })),
      rule: {
        times,
        leastLookUps: least.look_ups_a_day,
        leastReveals: least.reveals_a_call,
        leastOutside: least.outside_a_day,
      },
    }
  },
})

const callView = (call: ReviewedCall, own: boolean, now: number): CallToReviewView => ({
  callId: call.callId,
  agent: call.humanRef,
  startedAt: call.startedAt,
  outcome: call.outcome as CallOutcome | null,
  doubts: doubtsOf(call, now),
  reveals: call.reveals,
  review: call.review === null ? null : { verdict: call.review.verdict, by: call.review.by, at: call.review.at },
  own,
})
