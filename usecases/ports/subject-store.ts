import type { IdentifierType } from '#domain/subject/identifier.ts'

/** One account as the desk keeps it. Times are epoch ms. */
export interface SubjectRecord {
  readonly id: string
  readonly status: 'active' | 'erased'
  readonly locale: string | null
  readonly jurisdiction: string | null
  readonly registeredAt: number | null
  readonly createdAt: number
  readonly version: number
}

/** One identifier over one span of time, in the clear: never leaves the process but through a reveal or a mask. */
export interface IdentifierRecord {
  readonly id: string
  readonly subjectId: string
  readonly type: IdentifierType
  readonly value: string
  readonly heldFrom: number
  readonly heldTo: number | null
  /** The first value of its type on file: no change of contact. */
  readonly firstLoad: boolean
  readonly reportedLostAt: number | null
}

/** What a person's record says now; absent fields are left as they are, null empties one. */
export interface SubjectInput {
  readonly externalId: string
  readonly identifiers: Partial<Readonly<Record<'phone' | 'email' | 'national_id', string | null>>>
  readonly name?: string | null
  readonly bornOn?: string | null
  readonly locale?: string | null
  readonly jurisdiction?: string | null
  readonly registeredAt?: number | null
}

export interface SubjectStore {
  get(id: string): Promise<SubjectRecord | null>
  /** Subjects that hold this identifier now (or ever, with `past`). Exact match on the blind index. */
  findByIdentifier(type: IdentifierType, normalised: string, options?: { past?: boolean }): Promise<readonly string[]>
  /** Every identifier on file, current ones first; the account id is one of them. */
  identifiers(subjectId: string): Promise<readonly IdentifierRecord[]>
  /** A personal field in the clear, or null. */
  field(subjectId: string, field: 'name' | 'born_on'): Promise<string | null>
  /** Creates or changes; identifiers that change end the old row and open a new one. */
  put(input: SubjectInput, now: number, source: string): Promise<{ subjectId: string; outcome: 'created' | 'changed' | 'unchanged' }>
  /** Marks a contact as reported lost. One that was reported before stays so since then. */
  reportLost(identifierId: string, now: number): Promise<void>
  /**
   * Takes the report of that time back: the contact counts as it did before. False where an earlier report stands,
   * which this one did not make and does not clear.
   */
  takeReportBack(identifierId: string, reportedAt: number): Promise<boolean>
  /** Seals a text typed about a subject, under the subject's key. */
  addNote(note: NoteInput): Promise<void>
  notes(filter: { subjectId: string } | { requestId: string }): Promise<readonly NoteRecord[]>
}

export type NoteKind =
  | 'call' | 'caller_words' | 'return_question' | 'return_answer' | 'rejection' | 'dispute'
  | 'dispute_answer' | 'by_hand' | 'proof' | 'hold_placed' | 'hold_lifted' | 'objection_answer'

export interface NoteInput {
  readonly id: string
  readonly subjectId: string
  readonly callId: string | null
  readonly requestId: string | null
  readonly kind: NoteKind
  readonly text: string
  readonly at: number
  readonly humanRef: string
}

export type NoteRecord = NoteInput
