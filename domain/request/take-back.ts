/** Who takes a request back (domain book §5.2, "cancel"). */

import { humanOf } from './actor.ts'
import { isMarkKind } from './kinds.ts'
import type { Request } from './request.ts'

type Of = Pick<Request, 'kind' | 'askedByPerson' | 'openedBy'>

/**
 * Staff asked for it on their own evidence: whoever did takes it back, and no caller has to be on the line. A
 * correction that the person asked for is taken back by that human too, and only while the person says so.
 */
export const isOfStaff = ({ kind, askedByPerson }: Of): boolean => isMarkKind(kind) && !askedByPerson

/** Whether this human is the one who could take it back. */
export const maySomedayCancel = (request: Of, human: string): boolean =>
  !isMarkKind(request.kind) || humanOf(request.openedBy) === human
