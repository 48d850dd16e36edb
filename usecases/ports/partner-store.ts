import type { WaitReason } from '#domain/partner/waiting-case.ts'
import type { RequestLine } from './request-store.ts'

/** A case that waits for one system. */
export interface WaitingRecord {
  readonly system: string
  readonly reason: WaitReason
  /** When the system was first asked for it, epoch ms; null where it was not asked yet. */
  readonly askedAt: number | null
  readonly attempts: number
  readonly request: RequestLine
  /** Whom it is about: random ids, to count people and for nothing else. */
  readonly subjectIds: readonly string[]
}

/** One letter that was sent to whoever runs a system. */
export interface LetterRecord {
  readonly id: string
  readonly system: string
  readonly locale: string
  /** How many cases waited then. */
  readonly cases: number
  readonly sentAt: number
  /** Personnel number. */
  readonly sentBy: string
}

/** Systems that keep cases waiting, and the letters to them. */
export interface PartnerStore {
  /** Work of systems on cases that are being carried out, the earliest legal date first; of at most so many cases. */
  waiting(now: number, limit: number): Promise<readonly WaitingRecord[]>
  /** When each system last did or showed anything, epoch ms. */
  lastAnswers(): Promise<ReadonlyMap<string, number>>
  /** The newest letter to each system. */
  lastLetters(): Promise<ReadonlyMap<string, LetterRecord>>
  addLetter(letter: LetterRecord): Promise<void>
  /** Where letters to a system go; null takes it away. */
  setContact(system: string, contact: string | null): Promise<void>
}
