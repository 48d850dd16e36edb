import type { LawRow, Span } from '#domain/law/law-row.ts'
import type { LawRowForm } from '#usecases/views/law-inputs.ts'

const spanOf = (span: Span | undefined): LawRowForm['answer'] => ({
  amount: span === undefined ? '' : String(span.amount),
  unit: span?.unit ?? 'day',
})

/** The form for other figures begins with those that hold; from when, and why, is for whoever changes them to say. */
export const rowDefaults = (row: LawRow): LawRowForm => ({
  rowId: row.id,
  answer: spanOf(row.answer),
  acknowledge: spanOf(row.acknowledge),
  extension: spanOf(row.extension),
  rolls: row.rolls ? 'yes' : 'no',
  mark: row.mark ?? '',
  markUntil: row.markUntil === undefined ? { amount: '', unit: 'month' } : spanOf(row.markUntil),
  validFrom: '',
  validTo: '',
  citation: row.citation,
  reason: '',
  receivedOn: '',
})
