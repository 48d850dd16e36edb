import { createHmac } from 'node:crypto'
import { cellText, type Cell } from './cell.ts'
import type { MaskAction } from './policy.ts'

/** What a mask may need beside the value itself. */
export interface MaskMeans {
  /**
   * Says which field of which row this is, in which erasure: a random mask is made of nothing else, so that it
   * tells nothing about what stood there, and a second run after a crash writes the same.
   */
  readonly place: string
  /** The system's key for pseudonyms; null where it has none. */
  readonly pseudonymKey: Uint8Array | null
}

const randomForm = /^erased-[0-9a-f]{16}$/
const pseudonymForm = /^p-[A-Za-z0-9_-]{22}$/
const firstOfMonth = /^\d{4}-\d{2}-01(?![0-9])/
const firstOfYear = /^\d{4}-01-01(?![0-9])/
const veil = '••••'

/** Characters that a mask of this kind needs, where that does not depend on the value. */
export function lengthOfMask(action: MaskAction): number {
  switch (action.do) {
    case 'null':
      return 0
    case 'constant':
      return [...String(action.value)].length
    case 'random':
      return 'erased-'.length + 16
    case 'pseudonym':
      return 'p-'.length + 22
    case 'keep_last':
      return veil.length + action.n
    case 'truncate_date':
      return '2026-01-01'.length
  }
}

/**
 * The value after masking. NULL stays NULL, whatever the rule: there is nothing to hide. Masking what is masked
 * changes nothing, so a run that was killed can run again.
 */
export function maskedCell(action: MaskAction, cell: Cell, means: MaskMeans): Cell {
  if (isMasked(action, cell)) return cell
  const text = cellText(cell) ?? ''
  switch (action.do) {
    case 'null':
      return null
    case 'constant':
      return typeof action.value === 'boolean' ? Number(action.value) : action.value
    case 'random':
      return `erased-${createHmac('sha256', 'random mask').update(means.place).digest('hex').slice(0, 16)}`
    case 'pseudonym':
      if (means.pseudonymKey === null) return null
      return `p-${createHmac('sha256', means.pseudonymKey).update(text).digest('base64url').slice(0, 22)}`
    case 'keep_last': {
      const graphemes = Array.from(new Intl.Segmenter().segment(text), (part) => part.segment)
      // A value that is hardly longer than its tail would be shown whole.
      return veil + (graphemes.length >= action.n * 2 ? graphemes.slice(-action.n).join('') : '')
    }
    case 'truncate_date': {
      const day = /^(\d{4})-(\d{2})/.exec(text)
      return day ? `${day[1]}-${action.to === 'month' ? day[2] : '01'}-01` : null
    }
  }
}

/** True when the value is what the mask would leave there, or NULL. */
export function isMasked(action: MaskAction, cell: Cell): boolean {
  const text = cellText(cell)
  if (text === null) return true
  switch (action.do) {
    case 'null':
      return false
    case 'constant':
      return saysTheSame(text, action.value)
    case 'random':
      return randomForm.test(text.trimEnd())
    case 'pseudonym':
      return pseudonymForm.test(text.trimEnd())
    case 'keep_last':
      return text.startsWith(veil)
    case 'truncate_date':
      return (action.to === 'month' ? firstOfMonth : firstOfYear).test(text) && isMidnight(text)
  }
}

/** A constant as the database gives it back: padded, as another type's text, or as a number with decimals. */
function saysTheSame(text: string, constant: string | number | boolean): boolean {
  if (constant === true) return ['1', 't', 'true'].includes(text)
  if (constant === false) return ['0', 'f', 'false'].includes(text)
  const wanted = String(constant)
  if (text.trimEnd() === wanted.trimEnd()) return true
  if (wanted.trim() !== '' && Number(text) === Number(wanted)) return true
  return /^\d{4}-\d{2}-\d{2}$/.test(wanted) && text.startsWith(wanted) && isMidnight(text)
}

function isMidnight(date: string): boolean {
  return /^([ T]00:00(:00(\.0+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/.test(date.slice(10))
}
