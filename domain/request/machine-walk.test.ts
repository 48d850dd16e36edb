import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestTable } from './table.ts'
import { Walk } from '#tests/support/request-walk.ts'

const walks = 100_000

describe('random walks', () => {
  const rows = new Set<string>()
  let steps = 0

  it(`keeps invariants 2 to 8 and 12 after every step of ${walks} walks`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 400, size: 'max' }), (bytes) => {
        steps += new Walk(bytes, rows).run()
      }),
      { numRuns: walks, seed: 20180103 },
    )
    expect(steps).toBeGreaterThan(walks)
  })

  it('takes every row of the table on the way', () => {
    expect(requestTable.map((row) => row.id).filter((id) => !rows.has(id))).toEqual([])
  })
})
