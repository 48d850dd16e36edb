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
  readonly version: number
}

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
  readonly subjectId: string
  readonly method: 'code_phone' | 'code_email'
  readonly identifierId: string
  readonly sentAt: number
  readonly expiresAt: number
  readonly tries: number
  readonly outcome: 'pending' | 'passed' | 'failed' | 'superseded'
}

export interface CallStore {
  get(id: string): Promise<CallRecord | null>
  /** The call of this agent that has no outcome yet, newest first. */
  unfinished(staffId: string): Promise<CallRecord | null>
  open(call: Pick<CallRecord, 'id' | 'staffId' | 'humanRef' | 'channel' | 'telephonyId' | 'locale' | 'startedAt'>): Promise<void>
  /** Conditional on the version that was read. @throws Conflict */
  save(call: CallRecord): Promise<void>
  grant(callId: string, subjectId: string): Promise<GrantRecord | null>
  grants(callId: string): Promise<readonly GrantRecord[]>
  putGrant(grant: GrantRecord): Promise<void>
  addVerification(verification: VerificationRecord): Promise<void>
  verification(id: string): Promise<VerificationRecord | null>
  verifications(callId: string): Promise<readonly VerificationRecord[]>
  /** Takes one of the tries of a pending code in a single conditional statement; the number used so far, or null when none is left. */
  takeTry(verificationId: string, now: number, maximum: number): Promise<number | null>
  /** Ends a pending code once; false when somebody did already. */
  endVerification(id: string, outcome: 'passed' | 'failed' | 'superseded', now: number): Promise<boolean>
}
