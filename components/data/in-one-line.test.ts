import { describe, expect, it } from 'vitest'
import type { HistoryLineView } from '#usecases/views/case.ts'
import { inOneLine } from './in-one-line.ts'

const at = Date.parse('2026-11-23T07:22:00Z')
const closed: HistoryLineView = { seq: 7, at, what: 'enrolment.closed', params: {}, outcome: 'ok', actor: 'A-112' }

describe('the history of a case', () => {
  it('says once what happened twice in a row, with both entries', () => {
    expect(inOneLine([closed, { ...closed, seq: 8, params: { standing: 'erased' } }])).toEqual([{ line: closed, seqs: [7, 8] }])
  })

  it('keeps apart what another did, what was refused, what is later, and what something else came between', () => {
    const others = [{ actor: 'S-014' }, { outcome: 'denied' as const }, { at: at + 60_000 }]
    for (const other of others) expect(inOneLine([closed, { ...closed, seq: 8, ...other }])).toHaveLength(2)
    expect(inOneLine([closed, { ...closed, what: 'task.started' }, closed])).toHaveLength(3)
  })
})
