import { isErasing, type RequestKind } from './kinds.ts'
import type { RequestSettings } from './settings.ts'

/**
 * Whether a request of this kind erases as soon as it is submitted, with nobody deciding between: whoever submits it is
 * the last to see what it does, so they are shown it in numbers and type the end of its code (screens.md, principle 3).
 */
export const seesNumbersFirst = (
  kind: RequestKind,
  { approvalNotNeeded }: Pick<RequestSettings, 'approvalNotNeeded'>,
): boolean => kind !== 'deletion' && isErasing(kind) && approvalNotNeeded.includes(kind)
