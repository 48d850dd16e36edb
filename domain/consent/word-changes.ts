/** A piece of a text that two versions share, or that one of them has alone. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Above this many pairs of words the middle of two texts is shown as replaced rather than compared. */
const mostPairs = 4_000_000

/**
 * How one text became another, word by word: read without what was added it is the first, without what was removed the
 * second. Words are what the language's own rules say (UAX 29), so it works without spaces too.
 *
 * @param locale BCP 47, the language of both texts
 */
export function wordChanges(before: string, after: string, locale: string): TextPart[] {
  const [a, b] = [wordsOf(before, locale), wordsOf(after, locale)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [midA, midB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return inRuns([
    ...a.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...between(midA, midB),
    ...a.slice(a.length - end).map((text) => ({ kind: 'same' as const, text })),
  ])
}

/** How many words a part has; signs and spaces are none. */
export function wordCount(text: string, locale: string): number {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)
  return [...segments].filter((segment) => segment.isWordLike).length
}

const wordsOf = (text: string, locale: string): string[] =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)

/** The longest common subsequence of two lists of words, told as what went and what came. */
function between(a: readonly string[], b: readonly string[]): TextPart[] {
  const removed = (text: string): TextPart => ({ kind: 'removed', text })
  const added = (text: string): TextPart => ({ kind: 'added', text })
  if (a.length * b.length > mostPairs) return [...a.map(removed), ...b.map(added)]
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const parts: TextPart[] = []
  let [row, column] = [0, 0]
  while (row < a.length || column < b.length) {
    const [left = '', right = ''] = [a[row], b[column]]
    if (row < a.length && column < b.length && left === right) {
      parts.push({ kind: 'same', text: left })
      row += 1
      column += 1
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1))) {
      parts.push(removed(left))
      row += 1
    } else {
      parts.push(added(right))
      column += 1
    }
  }
  return parts
}

/**
 * Neighbours as one part: what went, then what came. Mere space between two changes belongs to both, so that a phrase
 * that was put in another's place is read as a phrase; where words only went or only came, it stays what it is.
 */
function inRuns(parts: readonly TextPart[]): TextPart[] {
  const runs: TextPart[] = []
  let run: TextPart[] = []
  const textOf = (kind: TextPart['kind']) =>
    run.filter((part) => part.kind === kind || part.kind === 'same').map((part) => part.text).join('')
  const end = () => {
    const [removed, added] = [textOf('removed'), textOf('added')]
    const isReplaced = removed.trim() !== '' && added.trim() !== ''
    runs.push(...(isReplaced ? [{ kind: 'removed', text: removed } as const, { kind: 'added', text: added } as const] : run))
    run = []
  }
  for (const [index, part] of parts.entries()) {
    const changesGoOn = (parts[index + 1]?.kind ?? 'same') !== 'same'
    if (part.kind !== 'same' || (run.length > 0 && part.text.trim() === '' && changesGoOn)) {
      run.push(part)
      continue
    }
    end()
    runs.push(part)
  }
  end()
  return joined(runs)
}

/** Neighbours of one kind as one part. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const whole: TextPart[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last?.kind === part.kind) whole[whole.length - 1] = { kind: last.kind, text: last.text + part.text }
    else whole.push(part)
  }
  return whole
}
