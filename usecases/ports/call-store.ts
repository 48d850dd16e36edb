export interface CallRecord {
  readonly id: string
  readonly staffId: string
  readonly humanRef: string
  readonly channel: string
  readonly telephonyId: string | null
  /** BCP 47: the caller's language. */
  readonly locale: string
  readonly startedAt: number
  readonly endedAt: number | null
  readonly outcome: string | null
  readonly wrappedUpAt: number | null
  /** The subject the call is about now. */
  readonly subjectId: string | null
  /** The sign-in in which it is held; null for a call that none holds. */
  readonly sessionId: string | null
  /**
   * What the last look-up gave, by which kind of identifier, and when; `erased` once somebody of whom nothing is on
   * file showed by a receipt or a document who they are.
   */
  readonly found: 'none' | 'one' | 'several' | 'erased' | null
  readonly foundBy: string | null
  readonly lookedUpAt: number | null
  /** When we promised to call back. */
  readonly promisedAt: number | null
  readonly version: number
}

/** A call as it begins. */
export type NewCall = Pick<
  CallRecord,
  'id' | 'staffId' | 'humanRef' | 'channel' | 'telephonyId' | 'locale' | 'startedAt'
> &
  Partial<Pick<CallRecord, 'sessionId' | 'subjectId' | 'found' | 'foundBy' | 'lookedUpAt'>>

/** What a call may see of a subject: its look-up and the level reached in it. */
export interface GrantRecord {
  readonly callId: string
  readonly subjectId: string
  readonly lookedUpAt: number
  readonly foundBy: string
  readonly level: number
  readonly levelAt: number | null
  readonly levelEndsAt: number | null
}

export interface VerificationRecord {
  readonly id: string
  readonly callId: string
  /** Whose contact it is; of somebody who is not on file the call's own id (verification/stated.ts). */
  readonly subjectId: string
  readonly method:
    | 'code_phone' | 'code_email' | 'code_stated' | 'link_phone' | 'link_email' | 'call_back' | 'document' | 'answers'
    | 'document_tag' | 'receipt'
  /**
   * The contact on file; of one stated by somebody who is not on file its own id, under which the contact is sealed; of
   * `code_stated` the caller check; of `document` the note that holds its reference.
   */
  readonly identifierId: string
  readonly sentAt: number
  readonly expiresAt: number
  readonly tries: number
  /**
   * `lapsed`: it passed, and the level that it gave has ended since; what was done by it still rests on it. `refused`:
   * whoever holds the contact said that they did not ask for it.
   */
  readonly outcome: 'pending' | 'passed' | 'failed' | 'superseded' | 'lapsed' | 'refused'
}

/** Somebody else on the line: today a representative of the person the call is about. */
export interface PartyRecord {
  readonly id: string
  readonly callId: string
  readonly role: 'representative'
  readonly subjectId: string
  /** The reference of their authority, under the subject's key. */
  readonly reference: string
  readonly addedAt: number
}

/** A letter, a branch visit or an e-mail that somebody took in. */
export interface IntakeRecord {
  readonly id: string
  readonly channel: string
  /** When it reached us, from which the law counts. */
  readonly receivedAt: number
  readonly recordedAt: number
  /** Personnel number. */
  readonly recordedBy: string
  readonly subjectId: string | null
}

export interface CallStore {
  get(id: string): Promise<CallRecord | null>
  /** The call of this agent that has no outcome yet, newest first. */
  unfinished(staffId: string): Promise<CallRecord | null>
  /**
   * Calls of this human that promised a call-back, about a case that is unfinished, to somebody who was not verified in
   * a call since; the earliest promise first.
   */
  promised(humanRef: string, limit: number): Promise<readonly CallRecord[]>
  /** Somebody tried to keep what was promised about this request: it moves to the next time, or ends. */
  movePromises(requestId: string, at: number | null): Promise<void>
  open(call: NewCall): Promise<void>
  addIntake(intake: IntakeRecord): Promise<void>
  /** Who a letter is from, once that is known. */
  nameIntake(id: string, subjectId: string): Promise<void>
  /** Conditional on the version that was read. @throws Conflict */
  save(call: CallRecord): Promise<void>
  /** What a look-up found; nothing else of the call. Conditional on the version that was read. @throws Conflict */
  noteLookUp(call: Pick<CallRecord, 'id' | 'version' | 'subjectId' | 'found' | 'foundBy' | 'lookedUpAt'>): Promise<void>
  grant(callId: string, subjectId: string): Promise<GrantRecord | null>
  grants(callId: string): Promise<readonly GrantRecord[]>
  putGrant(grant: GrantRecord): Promise<void>
  /** Those whom a look-up found together: one of them is calling, and a second identifier says which. */
  possibleCallers(callId: string): Promise<readonly string[]>
  /** Puts these in place of any that were there. */
  putPossibleCallers(callId: string, subjectIds: readonly string[], now: number): Promise<void>
  addVerification(verification: VerificationRecord): Promise<void>
  addParty(party: PartyRecord): Promise<void>
  /** Who beside the caller takes part in a call, without what was said of them. */
  parties(callId: string): Promise<readonly Omit<PartyRecord, 'reference'>[]>
  /** The calls about this person that were verified by this check, also where that has lapsed since. */
  restingOn(check: { readonly id: string; readonly subjectId: string }): Promise<readonly string[]>
  verification(id: string): Promise<VerificationRecord | null>
  verifications(callId: string): Promise<readonly VerificationRecord[]>
  /** Takes one try of a pending code, in one conditional statement; which one it was, or null when none is left. */
  takeTry(verificationId: string, now: number, maximum: number): Promise<number | null>
  /** How many notes were written in a call. */
  notes(callId: string): Promise<number>
  /** Ends a pending code or link once; false when somebody did already. */
  endVerification(id: string, outcome: 'passed' | 'failed' | 'superseded' | 'refused', now: number): Promise<boolean>
  /** What passed counts no more for who is on the line; when it passed stays. */
  lapseVerification(id: string): Promise<void>
}
