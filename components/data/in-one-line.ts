import type { HistoryLineView } from '#usecases/views/case.ts'

export interface OneLine {
  line: HistoryLineView
  /** Numbers of every entry that it stands for, in their order; null where one is not numbered yet. */
  seqs: (number | null)[]
}

const minuteMs = 60_000

/**
 * Entries that follow each other within a minute and read the same (two notices that are queued) as one line. What they
 * hold beside their sentence may differ, and stands in the log.
 */
export function inOneLine(lines: readonly HistoryLineView[]): OneLine[] {
  const found: OneLine[] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last !== undefined && sayTheSame(last.line, line)) last.seqs.push(line.seq)
    else found.push({ line, seqs: [line.seq] })
  }
  return found
}

function sayTheSame(one: HistoryLineView, other: HistoryLineView): boolean {
  return (
    one.what === other.what && one.outcome === other.outcome && one.actor === other.actor &&
    Math.abs(one.at - other.at) < minuteMs
  )
}
