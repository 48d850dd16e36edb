/** How sure the desk must be of who is speaking (domain book §5.1). */

import type { RequestKind } from './kinds.ts'

export type AssuranceLevel = 0 | 1 | 2 | 3

export interface AssuranceFacts {
  /** Days since a contact on file was last added or changed; null when it never was. */
  contactChangedDaysAgo: number | null
  /** The service is marked sensitive. */
  sensitive: boolean
  /** A withdrawal of marketing or another opt-out, for which laws forbid to ask for proof. */
  optOut: boolean
  /**
   * The person asks. False for a mark or a correction that staff ask for on their own evidence (a court
   * order).
   */
  askedByPerson: boolean
  /** The withdrawal itself arrived from the account system: the will is on record already (§5.3). */
  fromConsentEvent: boolean
  /** Within how many days a changed contact asks for level 3 (`RequestSettings.contactChangedDays`). */
  contactChangedDays: number
}

/** The level each subject of a request of this kind must have before it counts as verified. */
export function assuranceNeeded(kind: RequestKind, facts: AssuranceFacts): AssuranceLevel {
  if (facts.fromConsentEvent) return 0
  switch (kind) {
    case 'consent_withdrawal':
      return facts.optOut ? 0 : levelForWithdrawal
    case 'deregistration':
    case 'void_enrolment':
    case 'objection':
      return 2
    case 'deletion':
    case 'access': {
      const changed = facts.contactChangedDaysAgo !== null && facts.contactChangedDaysAgo <= facts.contactChangedDays
      return changed || facts.sensitive ? 3 : 2
    }
    case 'ineligibility':
      return 0
    case 'ineligibility_correction':
      return facts.askedByPerson ? 2 : 0
  }
}

/** To withdraw the purpose that a service rests on, which is to leave it. */
export const levelForWithdrawal: AssuranceLevel = 2

/** To cancel one's own request. */
export const levelToCancel: AssuranceLevel = 2

/** To say "that was not me": little the first time, since waiting harms only a thief; more for the second. */
export function levelToDispute(disputesBefore: number): AssuranceLevel {
  return disputesBefore === 0 ? 1 : 2
}
