import { isConsentCode } from '#domain/consent/consent-event.ts'
import { controls, type Control } from '#domain/consent/notice.ts'
import type { NoticeRecord } from '../ports/consent-store.ts'
import { cell, readLocale, readMoment, type Cells } from './cells.ts'
import { refusedRow, type ReadRow } from './row-reasons.ts'

export type NoticeRow = Omit<NoticeRecord, 'id' | 'textSha256'>

const purpose = /^[a-z][a-z0-9_]{0,39}$/
const version = /^[\p{L}\p{N}._-]{1,40}$/u

/**
 * Reads one row of notices. The text is kept as it stands, line breaks and spaces included: its hash says what was
 * shown.
 */
export function readNoticeRow(cells: Cells): ReadRow<NoticeRow> {
  for (const field of ['purpose', 'version', 'locale', 'text', 'control', 'prominence', 'valid_from']) {
    if (cell(cells, field) === '') return refusedRow(field, 'value-missing')
  }
  if (!purpose.test(cell(cells, 'purpose'))) return refusedRow('purpose', 'bad-code')
  if (!version.test(cell(cells, 'version'))) return refusedRow('version', 'bad-code')
  const locale = readLocale(cell(cells, 'locale'))
  if (!locale.ok) return refusedRow('locale', locale.reason)
  const control = cell(cells, 'control')
  if (!(controls as readonly string[]).includes(control)) return refusedRow('control', 'unknown-control')
  if (!isConsentCode(cell(cells, 'prominence'))) return refusedRow('prominence', 'bad-code')
  const bundledWith = cell(cells, 'bundled_with')
  if (bundledWith !== '' && !purpose.test(bundledWith)) return refusedRow('bundled_with', 'bad-code')
  const validFrom = readMoment(cell(cells, 'valid_from'))
  if (!validFrom.ok) return refusedRow('valid_from', validFrom.reason)
  const typedEnd = cell(cells, 'valid_to')
  const validTo = typedEnd === '' ? null : readMoment(typedEnd)
  if (validTo?.ok === false) return refusedRow('valid_to', validTo.reason)
  if (validTo !== null && validTo.value < validFrom.value) return refusedRow('valid_to', 'end-before-start')
  return {
    ok: true,
    faults: [],
    value: {
      purpose: cell(cells, 'purpose'),
      version: cell(cells, 'version'),
      locale: locale.value,
      title: cell(cells, 'title'),
      text: cells.text ?? '',
      control: control as Control,
      prominence: cell(cells, 'prominence'),
      bundledWith: bundledWith === '' ? null : bundledWith,
      validFrom: validFrom.value,
      validTo: validTo === null ? null : validTo.value,
    },
  }
}
