import { describe, expect, it } from 'vitest'
import { MemoryDatabase } from '#tests/support/memory-database.ts'
import type { Row } from './cell.ts'
import { parseDataset } from './dataset.ts'
import { defaultPolicy } from './policy.ts'
import { planRows } from './plan-rows.ts'
import type { SchemaFacts } from './schema-facts.ts'

/** Collections as `name: [field with its meta …]`; the first field is the key. */
function countsFor(
  collections: Readonly<Record<string, readonly string[]>>,
  rows: Readonly<Record<string, readonly Row[]>>,
  identities = [{ type: 'account_id' as const, value: 'ann' }],
) {
  const written = Object.entries(collections).map(([name, fields]) =>
    `      - name: ${name}\n        fields:\n${fields.map((field) => `          - { ${field} }\n`).join('')}`)
  const dataset = parseDataset(`dataset:\n  - fides_key: d\n    collections:\n${written.join('')}`)
  const schema: SchemaFacts = {
    tables: dataset.collections.map(({ name, fields }) => ({
      name,
      columns: fields.map((field) => ({ name: field.name, type: 'text', notNull: false, filled: false, length: null })),
      primaryKey: [fields[0]?.name ?? ''],
      indexes: [],
      foreignKeys: [],
    })),
  }
  const sources = {
    system: 's', role: 'own' as const, dataset, schema, policy: defaultPolicy, hasPseudonymKey: false, rowLimit: 3,
  }
  const instruction = { kind: 'deletion' as const, scope: { scope: 'account' as const }, holds: [], at: 0 }
  const { plan } = new MemoryDatabase(rows).answer(planRows(sources, instruction, identities))
  const counts = Object.fromEntries(plan.collections.map(({ name, counts: c }) => [name, [c.delete, c.mask, c.keep]]))
  return { counts, problems: plan.problems.map(({ code, collection }) => [code, collection]) }
}

const account = 'name: account, data_categories: [user.account], fides_meta: { identity: account_id }'
const mail = 'name: mail, data_categories: [user.contact.email], fides_meta: { identity: email }'
const to = (field: string, target: string, direction = '') =>
  `name: ${field}, fides_meta: { references: [{ dataset: d, field: ${target}${direction && `, direction: ${direction}`} }] }`

describe('what a survey takes for a person’s own', () => {
  it('is a row with their account, whatever else it points at', () => {
    const shop = {
      employee: ['name: id', mail],
      customer: ['name: id', account, to('rep', 'employee.id')],
    }
    const rows = { employee: [{ id: 1, mail: 'rep@example.org' }], customer: [{ id: 5, account: 'ann', rep: 1 }] }
    const identities = [
      { type: 'account_id' as const, value: 'ann' }, { type: 'email' as const, value: 'ann@example.org' },
    ]
    expect(countsFor(shop, rows, identities as never).counts).toEqual({ customer: [1, 0, 0], employee: [0, 0, 0] })
  })

  it('is not what it only shares: of a row that points at two people, and of what hangs on that', () => {
    const shop = {
      customer: ['name: id', account],
      deal: ['name: id', to('one', 'customer.id', 'from'), to('two', 'customer.id', 'from'), 'name: text, data_categories: [user]'],
      page: ['name: id', to('deal', 'deal.id', 'from'), 'name: text, data_categories: [user]'],
    }
    const rows = {
      customer: [{ id: 1, account: 'ann' }, { id: 2, account: 'bob' }],
      deal: [{ id: 10, one: 1, two: 2 }, { id: 11, one: 1, two: null }, { id: 12, one: 1, two: 99 }],
      page: [{ id: 100, deal: 10 }, { id: 101, deal: 11 }, { id: 102, deal: 12 }],
    }
    expect(countsFor(shop, rows).counts).toEqual({ page: [2, 0, 1], deal: [2, 0, 1], customer: [0, 1, 0] })
  })

  it('is found along a reference that the file names on the parent’s side', () => {
    const shop = {
      customer: ['name: id, fides_meta: { references: [{ dataset: d, field: letter.owner, direction: to }] }', account],
      letter: ['name: id', 'name: owner', 'name: text, data_categories: [user]'],
    }
    const rows = { customer: [{ id: 1, account: 'ann' }], letter: [{ id: 7, owner: 1 }, { id: 8, owner: 2 }] }
    expect(countsFor(shop, rows).counts).toEqual({ letter: [1, 0, 0], customer: [1, 0, 0] })
  })

  it('is not followed into a collection that the file says to skip', () => {
    const shop = {
      customer: ['name: id', account],
      log: ['name: id', to('who', 'customer.id', 'from'), 'name: text, data_categories: [user]'],
    }
    const rows = { customer: [{ id: 1, account: 'ann' }], log: [{ id: 7, who: 1 }] }
    const written = { ...shop, 'log\n        fides_meta: { skip_processing: true }': shop.log } as Record<string, string[]>
    delete written.log
    expect(countsFor(shop, rows).counts.log).toEqual([1, 0, 0])
    // The skipped row still points at the customer, who therefore stays, masked.
    expect(countsFor(written, rows).counts).toEqual({ customer: [0, 1, 0] })
  })

  it('ends with circles: two collections that point at each other go together', () => {
    const shop = {
      customer: ['name: id', account],
      order: ['name: id', to('who', 'customer.id', 'from'), to('last', 'payment.id'), 'name: text, data_categories: [user]'],
      payment: ['name: id', to('order', 'order.id'), 'name: text, data_categories: [user]'],
    }
    const rows = {
      customer: [{ id: 1, account: 'ann' }],
      order: [{ id: 10, who: 1, last: 20 }],
      payment: [{ id: 20, order: 10 }, { id: 21, order: 10 }],
    }
    expect(countsFor(shop, rows).counts).toEqual({ payment: [2, 0, 0], order: [1, 0, 0], customer: [1, 0, 0] })
  })

  it('is too much at once beyond a bound, and says so instead of planning a part', () => {
    const shop = { customer: ['name: id', account], visit: ['name: id', to('who', 'customer.id'), 'name: at, data_categories: [user]'] }
    const visits = Array.from({ length: 4 }, (_, id) => ({ id, who: 1 }))
    expect(countsFor(shop, { customer: [{ id: 1, account: 'ann' }], visit: visits }).problems)
      .toEqual([['too_many_rows', 'visit']])
  })
})
