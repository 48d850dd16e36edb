import type { AssuranceLevel } from '../access/assurance.ts'

/**
 * Bullets stand for a fixed number of places, not for as many as were hidden: a length can give a person
 * away.
 */
const hidden = '••••'

/** Scripts in which a name is written without spaces and its first character says the family. */
const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** UTF-16 units; the longest emoji in use (a couple with two skin tones) has 15, flags of regions 14. */
const longestGrapheme = 24

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * A name as `陈 • •` or `M • • • H • •`: the first grapheme of the first and of the last word. The same for 2
 * characters as for 400; an empty name is `• •`.
 */
export function maskName(name: string): string {
  const pieces = name.normalize('NFKC').split(/[\s\p{Cc}]+/u)
  const words = pieces.map(withoutInvisibleEnds).filter((word) => word !== '')
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return '• •'
  if (cjk.test(first)) return `${initial(first)} • •`
  const head = `${initial(first)} • • •`
  return words.length === 1 ? head : `${head} ${initial(last)} • •`
}

/**
 * An E.164 phone as `+86 138 •••• 5678`: country, three digits, the last four. At least four digits stay
 * hidden, so a short number shows less.
 */
export function maskPhone(e164: string): string {
  const digits = e164.replace(/\D/g, '')
  const code = callingCode(digits)
  const national = digits.slice(code.length)
  const tail = Math.min(4, Math.max(0, national.length - 4))
  const head = Math.min(3, Math.max(0, national.length - 4 - tail))
  return parts(`+${code}`, national.slice(0, head), hidden, national.slice(national.length - tail))
}

/** A normalised e-mail as `c••••@•••••.cn`: the first grapheme and the top-level domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return hidden
  const domain = email.slice(at + 1)
  const dot = domain.lastIndexOf('.')
  return `${initial(email)}${hidden}@•••••${dot < 0 ? '' : domain.slice(dot)}`
}

/**
 * A national id (`CC:VALUE`): from level 2 on `3101 •••• •••• 042X`, before it only the last character, `••••
 * •••• •••• •••X`. Shorter ids show less: of an id of n characters at most 8n/18 are seen, the last ones
 * first.
 */
export function maskNationalId(normalised: string, level: AssuranceLevel): string {
  const value = normalised.slice(normalised.indexOf(':') + 1)
  if (level < 2) return `${hidden} ${hidden} ${hidden} •••${value.slice(-1)}`
  const seen = Math.min(8, Math.floor((value.length * 8) / 18))
  const tail = Math.min(4, seen)
  return parts(value.slice(0, seen - tail), hidden, hidden, value.slice(value.length - tail))
}

/** An account id as `2088 •••• 7735`: a quarter of it, at most four graphemes, at either end. */
export function maskAccountId(accountId: string): string {
  const all = Array.from(graphemes.segment(accountId), ({ segment }) => segment)
  const shown = Math.min(4, Math.floor(all.length / 4))
  return parts(all.slice(0, shown).join(''), hidden, all.slice(all.length - shown).join(''))
}

/**
 * Zones of the plan (ITU-T E.164) have one, two or three digits; no code begins another, so the first fit is
 * it.
 */
function callingCode(digits: string): string {
  return /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{1,3})/.exec(digits)?.[0] ?? ''
}

/** Joiners inside a word hold a character together; at its ends there is nothing to see of them. */
function withoutInvisibleEnds(word: string): string {
  return word.replace(/^\p{Cf}+|\p{Cf}+$/gu, '')
}

function parts(...pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' ')
}

/** The first grapheme of a text, so that an emoji or a letter with its accents is never cut. */
function initial(text: string): string {
  for (const { segment } of graphemes.segment(text)) {
    // A letter under a heap of accents would spill over the lines around it: then the letter alone.
    return segment.length > longestGrapheme ? String.fromCodePoint(segment.codePointAt(0) ?? 0x2022) : segment
  }
  return ''
}
