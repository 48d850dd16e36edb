import type { ActionResult } from '#usecases/action-result.ts'
import type { ResolveWorkItemInput, ReviewCallInput } from '#usecases/views/reviews-inputs.ts'

/** What the page of reviews can ask for, each a server action. */
export interface ReviewsActions {
  reviewCall: (input: ReviewCallInput) => Promise<ActionResult<unknown>>
  settleItem: (input: ResolveWorkItemInput) => Promise<ActionResult<unknown>>
}
