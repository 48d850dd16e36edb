import { isEasilyOverlooked, type Control, type Notice } from './notice.ts'
import { wordChanges, wordCount, type TextPart } from './word-changes.ts'

/** A notice with its words, as two of them are compared. */
export interface WordedNotice extends Notice {
  readonly title: string
  readonly text: string
}

/** What changed from one version of a notice to another, as codes that screens have sentences for. */
export interface NoticeComparison {
  /** `now_active`: to say yes something has to be done, where before nothing had to be; `now_passive`: the reverse. */
  readonly control: 'same' | 'now_active' | 'now_passive' | 'changed'
  readonly prominence: 'same' | 'more' | 'less' | 'changed'
  readonly bundling: 'same_apart' | 'same_bundled' | 'unbundled' | 'bundled' | 'bundled_otherwise'
  readonly title: 'same' | 'changed'
  /** `languages_differ`: words of two languages are not compared. */
  readonly text: 'same' | 'changed' | 'languages_differ'
  readonly removed: number
  readonly added: number
  /** Null where the texts are not compared. */
  readonly parts: readonly TextPart[] | null
}

const passive: ReadonlySet<Control> = new Set(['preticked_box', 'none'])
const ranks: Readonly<Record<string, number>> = { hidden: 0, normal: 2, prominent: 3 }

/** How easily it was seen; null for a code of the operator's own, which counts as neither more nor less. */
const rankOf = (prominence: string): number | null =>
  ranks[prominence] ?? (isEasilyOverlooked(prominence) ? 1 : null)

/** Says what the second version of a notice does otherwise than the first. */
export function compareNotices(before: WordedNotice, after: WordedNotice): NoticeComparison {
  const oneLanguage = languageOf(before.locale) === languageOf(after.locale)
  const sameText = before.text === after.text
  const parts = oneLanguage ? wordChanges(before.text, after.text, after.locale) : null
  const words = (kind: TextPart['kind']) => {
    const changed = (parts ?? []).filter((part) => part.kind === kind)
    return changed.reduce((sum, part) => sum + wordCount(part.text, after.locale), 0)
  }
  return {
    control: controlChange(before.control, after.control),
    prominence: prominenceChange(before.prominence, after.prominence),
    bundling: bundlingChange(before.bundledWith, after.bundledWith),
    title: before.title === after.title ? 'same' : 'changed',
    text: !oneLanguage ? 'languages_differ' : sameText ? 'same' : 'changed',
    removed: words('removed'),
    added: words('added'),
    parts,
  }
}

const languageOf = (locale: string) => locale.toLowerCase().split('-')[0]

function controlChange(before: Control, after: Control): NoticeComparison['control'] {
  if (before === after) return 'same'
  if (passive.has(before) === passive.has(after)) return 'changed'
  return passive.has(before) ? 'now_active' : 'now_passive'
}

function prominenceChange(before: string, after: string): NoticeComparison['prominence'] {
  if (before === after) return 'same'
  const [was, is] = [rankOf(before), rankOf(after)]
  if (was === null || is === null || was === is) return 'changed'
  return is > was ? 'more' : 'less'
}

function bundlingChange(before: string | null, after: string | null): NoticeComparison['bundling'] {
  if (before === after) return before === null ? 'same_apart' : 'same_bundled'
  if (before === null) return 'bundled'
  return after === null ? 'unbundled' : 'bundled_otherwise'
}
