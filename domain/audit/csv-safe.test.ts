import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvSafe } from './csv-safe.ts'

describe('a cell of an export', () => {
  it.each([
    '=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\tplain', ' =1',
    '\u00a0=1', '\u200b=1', '\ufeff=1', '\u0000=1',
    '＝1', '＋1', '－1', '＠a', '﹦1', '﹢1', '﹣1', '﹫a', '\u22121', '=', '  @',
  ])('is disarmed: %j', (cell) => {
    expect(csvSafe(cell)).toBe(`'${cell}`)
  })

  it.each(['', 'plain', '1-1', 'a=b', '0', '2018-01-17', '陈建国', "'=1", ' plain', 'a@b.cn', '•••• 5678', '   '])(
    'is left alone: %j', (cell) => {
      expect(csvSafe(cell)).toBe(cell)
    },
  )

  it('covers whatever the CSV writer would escape, so that it need not', () => {
    const risky = fc.tuple(fc.constantFrom(...'=+-@\t\r＝＋－＠', 'x'), fc.string()).map((two) => two.join(''))
    fc.assert(fc.property(risky, (cell) => {
      const byWriter = stringify([[cell]], { escape_formulas: true })
      const byUs = stringify([[csvSafe(cell)]])
      if (byWriter !== stringify([[cell]])) expect(byUs).toBe(byWriter)
    }))
  })

  it('is disarmed once: a second pass changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => {
      expect(csvSafe(csvSafe(cell))).toBe(csvSafe(cell))
    }))
  })
})
