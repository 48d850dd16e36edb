import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDataset } from './dataset.ts'
import { graphOf } from './graph.ts'
import { orderOfWork, tyingFields } from './order-of-work.ts'

/** Collections `c0` … with references between them: `[child, parent]`. */
function graph(size: number, references: readonly (readonly [number, number])[], more: (i: number) => string = () => '') {
  const collections = Array.from({ length: size }, (_, i) => {
    const fields = references.map(([child, parent], n) =>
      child === i ? `          - { name: r${n}, fides_meta: { references: [{ dataset: d, field: c${parent}.id }] } }\n` : '')
    return `      - name: c${i}\n${more(i)}        fields:\n          - { name: id, fides_meta: { primary_key: true } }\n${fields.join('')}`
  })
  return graphOf(parseDataset(`dataset:\n  - fides_key: d\n    collections:\n${collections.join('')}`), { tables: [] })
}

describe('the order of work', () => {
  it('takes whoever points at a row before the row', () => {
    expect(orderOfWork(graph(3, [[2, 1], [1, 0]]))).toEqual(['c2', 'c1', 'c0'])
  })

  it('ends with any circles, and holds every collection once', () => {
    const pair = fc.tuple(fc.nat(5), fc.nat(5))
    fc.assert(fc.property(fc.array(pair, { maxLength: 12 }), (references) => {
      const made = graph(6, references)
      const order = orderOfWork(made)
      expect([...order].sort()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5'])
      // Whatever the order could not honour is a tie, to be undone before rows go.
      for (const [n, [child, parent]] of references.entries()) {
        const early = order.indexOf(`c${child}`) < order.indexOf(`c${parent}`)
        expect(early || tyingFields(made, `c${child}`).includes(`r${n}`)).toBe(true)
      }
    }))
  })

  it('honours erase_after where rows do not ask for the contrary', () => {
    const after = (i: number) => (i === 0 ? '        fides_meta: { erase_after: [d.c1] }\n' : '')
    expect(orderOfWork(graph(2, [], after))).toEqual(['c1', 'c0'])
    expect(orderOfWork(graph(2, [[0, 1]], after))).toEqual(['c0', 'c1'])
  })
})
