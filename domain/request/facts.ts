/**
 * What a guard must know of the world. It is given, never fetched; what is missing refuses (deny by
 * default).
 */

import type { AssuranceLevel } from './assurance-needed.ts'
import type { HoldFact } from './hold.ts'
import type { PlanFact } from './plan-fact.ts'
import type { Told } from './request.ts'
import type { RequestSettings } from './settings.ts'

export interface SubjectFact {
  subjectId: string
  /** Reached in the call, or vouched for by the client, that this event comes from. */
  level: AssuranceLevel
  /** Days since a contact on file was added or changed; null when it never was. */
  contactChangedDaysAgo: number | null
}

export interface DeciderFact {
  /** When this human last got the right to decide, epoch milliseconds. */
  decidesSince: number
  /** Set when the human is a named deputy. */
  deputy: { namedAt: number; namedBy: string } | null
}

export interface OpenAccessFact {
  requestId: string
  /** The person said that the erasure need not wait for the copy. */
  released: boolean
}

export interface TasksFact {
  /** Tasks at work this moment. */
  running: number
  /** Systems whose task gave up. */
  failed: readonly string[]
  /** Systems whose task is neither done, informed, nor given up. */
  open: readonly string[]
}

export interface Facts {
  settings: RequestSettings
  subjects: readonly SubjectFact[]
  /** The service is marked sensitive, or the account holds data of one that is. */
  sensitive: boolean
  /** Today's plan; null when none was made. */
  plan: PlanFact | null
  /** Every standing hold on the request's subjects. */
  holds: readonly HoldFact[]
  /** Open access requests to data that this request would erase. */
  openAccess: readonly OpenAccessFact[]
  /** About the human of the event, when they have the right to decide. */
  decider: DeciderFact | null
  /** Humans who had a part in what an objection or a correction is about. */
  aboutHumans: readonly string[]
  tasks: TasksFact | null
  /** The law's dates made anew, when identity information or a stopped clock moved them. */
  dates: { dueAt: number; decideBy: number } | null
  /** Remedies that the law makes every refusal offer (California: opt-out of sale). */
  refusalMustOffer: readonly string[]
  /** The version and the language of what would be written to the person now. */
  letter: Pick<Told, 'scriptId' | 'scriptVersion' | 'locale'>
  /** The latest date to which the law lets the answer be extended; null when it does not. */
  extensionUntil: number | null
}
