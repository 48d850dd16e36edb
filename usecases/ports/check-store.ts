import type { Capacity, CheckKind, CheckState } from '#domain/verification/caller-check.ts'

/** Where a caller says that they can be reached now. Sealed under the key of the person the call is about. */
export interface StatedContact {
  readonly type: 'phone' | 'email'
  readonly value: string
}

/** A claim of a caller that a supervisor checks by its reference. Times are epoch ms. */
export interface CheckRecord {
  readonly id: string
  readonly kind: CheckKind
  readonly subjectId: string
  /** The call in which it was asked for. */
  readonly callId: string
  /** The contact that was reported lost; null for an authority. */
  readonly identifierId: string | null
  /** Null for a lost contact. */
  readonly capacity: Capacity | null
  /** The reference under which a document or an authority was shown elsewhere; never its number. */
  readonly reference: string
  readonly contact: StatedContact
  /** BCP 47: the language in which a code is sent to the stated contact. */
  readonly locale: string
  readonly state: CheckState
  /** Personnel numbers. */
  readonly askedBy: string
  readonly askedAt: number
  readonly opensAt: number
  readonly checkedBy: string | null
  readonly checkedAt: number | null
  readonly objectedAt: number | null
  readonly version: number
}

/** What a list may show: nothing that only the subject's key opens. */
export type CheckLine = Omit<CheckRecord, 'reference' | 'contact' | 'locale'>

export interface CheckStore {
  add(check: Omit<CheckRecord, 'version'>): Promise<void>
  get(id: string): Promise<CheckRecord | null>
  /** Newest first. */
  ofSubject(subjectId: string): Promise<readonly CheckLine[]>
  /** What waits for a supervisor: to be checked, or an objection to be answered; the oldest first. */
  waiting(limit: number): Promise<{ readonly checks: readonly CheckLine[]; readonly total: number }>
  /** Who, when and how it stands; nothing else of it. Conditional on the version that was read. @throws Conflict */
  save(check: CheckLine): Promise<void>
}
