import { isCalendarDate } from '#domain/law/calendar-date.ts'
import { changedRow, type LawChange } from '#domain/law/change-row.ts'
import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import type { LawRow, Span } from '#domain/law/law-row.ts'
import { currentRows } from '#domain/law/law-table.ts'
import { localDateOf } from '#domain/law/local-day.ts'
import { invalidInput, notFound, preconditionFailed } from '../errors.ts'
import type { Store } from '../ports/store.ts'
import type { LawRowForm } from '../views/law-inputs.ts'

/**
 * The row as somebody wants it, and the one that is in force.
 *
 * @throws InvalidInput for a day that is none or has passed there; NotFound for a row that is not in the table;
 *   PreconditionFailed `law_is_a_setting` for the fallback, whose length is one
 */
export async function rowAsked(
  { store, now }: { readonly store: Store; readonly now: number },
  form: LawRowForm,
): Promise<{ row: LawRow; current: LawRow; table: readonly LawRow[] }> {
  const { rows: table } = await store.settings.lawTable()
  const current = currentRows(table, now).find(({ id }) => id === form.rowId)
  if (current === undefined) throw notFound('law_row')
  if (current.jurisdiction === anywhere) throw preconditionFailed('law_is_a_setting')
  for (const name of ['validFrom', 'validTo', 'receivedOn'] as const) {
    if (form[name] !== '' && !isCalendarDate(form[name])) throw invalidInput('input', { [name]: 'date' })
  }
  // What was received before keeps what it was opened under, and what is received today may have been reckoned already.
  const today = localDateOf(now, zoneOf(current.jurisdiction))
  if (form.validFrom < today) throw invalidInput('input', { validFrom: 'date_past' })
  return { row: changedRow(current, changeOf(form)), current, table }
}

const changeOf = (form: LawRowForm): LawChange => ({
  answer: { amount: Number(form.answer.amount), unit: form.answer.unit },
  acknowledge: spanOf(form.acknowledge),
  extension: spanOf(form.extension),
  rolls: form.rolls === 'yes',
  mark: form.mark === '' ? null : form.mark,
  markUntil: spanOf(form.markUntil),
  validFrom: form.validFrom,
  validTo: form.validTo === '' ? null : form.validTo,
  citation: form.citation,
})

const spanOf = ({ amount, unit }: LawRowForm['answer']): Span | null =>
  amount === '' ? null : { amount: Number(amount), unit }
