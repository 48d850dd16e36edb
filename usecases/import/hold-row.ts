import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { cell, identifierReason, readMoment, readText, type Cells } from './cells.ts'
import { refusedRow, type ReadRow } from './row-reasons.ts'

/** One legal hold of a file. */
export interface HoldRow {
  readonly externalId: string
  readonly holdRef: string
  /** `everything`, `service:<key>` or `systems:<name>,<name>`, without spaces. */
  readonly covers: string
  readonly basis: string
  readonly owner: string
  readonly reviewOn: number
  readonly liftedOn: number | null
}

const covers = /^(everything|service:[a-z][a-z0-9_]{0,39}|systems:[a-z0-9][a-z0-9_.-]{0,39}(,[a-z0-9][a-z0-9_.-]{0,39})*)$/
const code = /^[a-z0-9_.-]{1,64}$/

/** Reads one row of holds. */
export function readHoldRow(cells: Cells): ReadRow<HoldRow> {
  const externalId = normaliseIdentifier('account_id', cells.external_id ?? '')
  if (!externalId.ok) {
    return refusedRow('external_id', externalId.reason === 'empty' ? 'value-missing' : identifierReason(externalId.reason))
  }
  for (const field of ['hold_ref', 'covers', 'basis', 'owner', 'review_on']) {
    if (cell(cells, field) === '') return refusedRow(field, 'value-missing')
  }
  for (const field of ['hold_ref', 'owner']) {
    const text = readText(cell(cells, field), 200)
    if (!text.ok) return refusedRow(field, text.reason)
  }
  const what = cell(cells, 'covers').replace(/\s+/g, '')
  if (!covers.test(what)) return refusedRow('covers', 'covers-unreadable')
  if (!code.test(cell(cells, 'basis'))) return refusedRow('basis', 'bad-code')
  const reviewOn = readMoment(cell(cells, 'review_on'))
  if (!reviewOn.ok) return refusedRow('review_on', reviewOn.reason)
  const typedEnd = cell(cells, 'lifted_on')
  const liftedOn = typedEnd === '' ? null : readMoment(typedEnd)
  if (liftedOn?.ok === false) return refusedRow('lifted_on', liftedOn.reason)
  return {
    ok: true,
    faults: [],
    value: {
      externalId: externalId.value,
      holdRef: cell(cells, 'hold_ref'),
      covers: what,
      basis: cell(cells, 'basis'),
      owner: cell(cells, 'owner'),
      reviewOn: reviewOn.value,
      liftedOn: liftedOn === null ? null : liftedOn.value,
    },
  }
}
