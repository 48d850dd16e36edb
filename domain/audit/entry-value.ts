import { isDecisionId } from '../ineligibility/decision-id.ts'
import { isCaseCode } from '../request/case-code.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const code = /^[a-z0-9_.:-]{1,80}$/
const key = /^[a-z][a-z0-9_.:-]{0,79}$/
const sha256Hex = /^[0-9a-f]{64}$/
const digitsOnly = /^\d{7,}$/
// 43 symbols carry 258 bits: the last one of a 256-bit value has two zero bits below.
const base64url32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
const isoTime = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d{3})?Z)?$/

/** A random id as the desk hands them out: a UUID in lower case, of any version. */
export function isEntryId(text: string): boolean {
  return uuid.test(text)
}

/** Base64url, without padding, of exactly 32 bytes: a commitment or a hash. */
export function isBase64url32(text: string): boolean {
  return base64url32.test(text) && !digitsOnly.test(text)
}

/** A lower-case code that can not be read as a phone or an id number. */
export function isEntryCode(text: string): boolean {
  return code.test(text) && !hidesNumber(text)
}

/** The name of a value in `data`: a code that begins with a letter. */
export function isEntryKey(text: string): boolean {
  return key.test(text) && !hidesNumber(text)
}

/**
 * Whether a string may stand in an entry's `data`: a code, a case code, a decision id, an id, a date or time
 * in UTC, SHA-256 in hex or 32 bytes in base64url. Everything else could be somebody's words, phone or
 * e-mail, and an entry can never be erased (house book, audit log).
 *
 * `name` is the key it stands under: a case code that happens to be nine digits (one in 35,000 is) passes
 * only under a key that ends in `case_code`, since elsewhere it can not be told from a phone.
 */
export function isEntryText(text: string, name: string): boolean {
  if (digitsOnly.test(text)) return name.endsWith('case_code') && isCaseCode(text)
  return isEntryId(text) || sha256Hex.test(text) || isBase64url32(text) || isIsoTime(text)
    || isEntryCode(text) || isCaseCode(text) || isDecisionId(text)
}

function isIsoTime(text: string): boolean {
  const date = isoTime.exec(text)?.[1]
  const ms = Date.parse(text)
  // Date.parse rolls 31 February over to March: the day must come back as it was written.
  return date !== undefined && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date)
}

/** Seven digits or more in a row, whatever stands between them, once ids, hashes and dates are taken out. */
function hidesNumber(text: string): boolean {
  const rest = text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'x')
    .replace(/(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])/g, 'x')
    .replace(/(?<!\d)(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g, 'x')
  return /\d(?:[_.:-]*\d){6}/.test(rest)
}
