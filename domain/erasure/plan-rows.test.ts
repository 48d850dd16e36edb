import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MemoryDatabase } from '#tests/support/memory-database.ts'
import type { Row } from './cell.ts'
import { parseDataset } from './dataset.ts'
import { erasureWork } from './erasure-work.ts'
import type { ErasureInstruction } from './instruction.ts'
import { parsePolicy } from './parse-policy.ts'
import { planRows, type PlanSources } from './plan-rows.ts'
import { leftovers } from './recheck.ts'
import type { ColumnFacts, SchemaFacts } from './schema-facts.ts'

/**
 * Random tables of a shop: purchases of two people, lines, notes that answer each other, houses that several
 * live in, references to rows that are gone. Every row carries a secret of its own.
 */
const references: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  house: {},
  customer: { house_id: 'house' },
  purchase: { customer_id: 'customer', second_id: 'customer' },
  line: { purchase_id: 'purchase' },
  note: { customer_id: 'customer', answers: 'note' },
}
const tables = Object.keys(references)

const dataset = parseDataset(`
dataset:
  - fides_key: shop
    collections:
      - name: house
        fields: [{ name: id }, { name: secret, data_categories: [user.contact.address] }]
      - name: customer
        fields:
          - { name: id }
          - { name: account, data_categories: [user.account], fides_meta: { identity: account_id } }
          - { name: house_id, fides_meta: { references: [{ dataset: shop, field: house.id, direction: to }] } }
          - { name: secret, data_categories: [user.name] }
      - name: purchase
        fields:
          - { name: id }
          - { name: customer_id, fides_meta: { references: [{ dataset: shop, field: customer.id }] } }
          - { name: second_id, fides_meta: { references: [{ dataset: shop, field: customer.id, direction: from }] } }
          - { name: secret, data_categories: [user.behavior] }
      - name: line
        fields:
          - { name: id }
          - { name: purchase_id, fides_meta: { references: [{ dataset: shop, field: purchase.id, direction: from }] } }
          - { name: secret, data_categories: [user.behavior] }
      - name: note
        fields:
          - { name: id }
          - { name: customer_id, fides_meta: { references: [{ dataset: shop, field: customer.id, direction: from }] } }
          - { name: answers, fides_meta: { references: [{ dataset: shop, field: note.id }] } }
          - { name: secret, data_categories: [user.content] }
`)
const policies = [
  'version: 1\nrules: [{ match: { category: user }, erase: row }]',
  `version: 2
rules:
  - { match: { collection: purchase, field: secret }, keep: { basis: tax, mask: { secret: null } } }
  - { match: { category: user }, erase: row }`,
].map(parsePolicy)

const column = (name: string): ColumnFacts => ({
  name,
  type: name === 'secret' || name === 'account' ? 'text' : 'integer',
  notNull: name === 'id',
  filled: false,
  length: null,
})
const schema: SchemaFacts = {
  tables: tables.map((name) => ({
    name,
    columns: ['id', ...Object.keys(references[name] ?? {}), ...(name === 'customer' ? ['account'] : []), 'secret'].map(column),
    primaryKey: ['id'],
    indexes: [],
    foreignKeys: [],
  })),
}

const anyDatabase = fc.record(
  Object.fromEntries(tables.map((table) => {
    const names = Object.keys(references[table] ?? {})
    const pointing = Object.fromEntries(names.map((name) => [name, fc.option(fc.nat(5))]))
    return [table, fc.array(fc.record(pointing), { maxLength: 5 })]
  })),
).map((made) => Object.fromEntries(tables.map((table) => [table, (made[table] ?? []).map((row, id): Row => ({
  id, ...row, secret: `secret of ${table} ${id}`, ...(table === 'customer' ? { account: `account ${id}` } : {}),
}))])))
const anyRequest = fc.record({
  people: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
  policy: fc.constantFrom(...policies),
  tables: anyDatabase,
})

/** Whose a row is, worked out in the plainest way: by what it points at, to the end. */
function ownersOf(all: Readonly<Record<string, readonly Row[]>>, table: string, row: Row): Set<unknown> {
  if (table === 'customer') return new Set([row.id])
  if (table === 'house') {
    return new Set((all.customer ?? []).filter(({ house_id }) => house_id === row.id).map(({ id }) => id))
  }
  const owners = Object.entries(references[table] ?? {}).flatMap(([field, parent]) => {
    const target = parent === table ? undefined : (all[parent] ?? []).find(({ id }) => id === row[field])
    return target ? [...ownersOf(all, parent, target)] : []
  })
  return new Set(owners)
}

const instruction: ErasureInstruction = { kind: 'deletion', scope: { scope: 'account' }, holds: [], at: 0 }
const means = { idempotencyKey: 'k', pseudonymKey: null }

function set(request: typeof anyRequest extends fc.Arbitrary<infer T> ? T : never) {
  const database = new MemoryDatabase(request.tables)
  const sources: PlanSources = {
    system: 'shop', role: 'own', dataset, policy: request.policy, schema, hasPseudonymKey: false, rowLimit: 1000,
  }
  const identities = request.people.map((id) => ({ type: 'account_id' as const, value: `account ${id}` }))
  const planned = database.answer(planRows(sources, instruction, identities))
  const again = (toErase: boolean) =>
    database.answer(planRows(sources, instruction, identities, { frozen: planned.frozen, toErase }))
  const erase = () => {
    const work = erasureWork(planned, again(true), means)
    database.perform(work)
    return work.map(({ collection, after }) => ({ collection, ...after }))
  }
  return { database, planned, erase, left: () => leftovers(planned, again(false)) }
}

describe('planning and erasing any person in any tables', () => {
  const whenErased = (check: (world: ReturnType<typeof set> & { request: Parameters<typeof set>[0] }) => void) =>
    fc.assert(fc.property(anyRequest, (request) => check({ request, ...set(request) })), { numRuns: 400 })

  it('never changes a row that is somebody else’s too', () => {
    whenErased(({ request, database, erase }) => {
      erase()
      const mine = new Set<unknown>(request.people)
      for (const table of tables) {
        for (const row of request.tables[table] ?? []) {
          const owners = ownersOf(request.tables, table, row)
          if (owners.size === 0 || [...owners].some((owner) => !mine.has(owner))) {
            expect(database.rows(table)).toContainEqual(row)
          }
        }
      }
    })
  })

  it('leaves no secret of a row that is theirs alone', () => {
    whenErased(({ request, database, erase }) => {
      erase()
      const left = JSON.stringify([...database.tables])
      const mine = new Set<unknown>(request.people)
      for (const table of tables) {
        for (const row of request.tables[table] ?? []) {
          const owners = [...ownersOf(request.tables, table, row)]
          if (owners.length > 0 && owners.every((owner) => mine.has(owner))) expect(left).not.toContain(`"${row.secret}"`)
        }
      }
    })
  })

  it('leaves no reference that led somewhere leading nowhere', () => {
    whenErased(({ request, database, erase }) => {
      erase()
      for (const table of tables) {
        for (const [field, parent] of Object.entries(references[table] ?? {})) {
          const before = new Set((request.tables[parent] ?? []).map(({ id }) => id))
          const after = new Set(database.rows(parent).map(({ id }) => id))
          for (const row of database.rows(table)) {
            const value = row[field] ?? null
            if (value !== null && before.has(value)) expect(after.has(value)).toBe(true)
          }
        }
      }
    })
  })

  it('does what it planned, the same when it runs again, and finds nothing left over', () => {
    whenErased(({ database, planned, erase, left }) => {
      const first = erase()
      for (const { collection, deleted, masked } of first) {
        const counts = planned.plan.collections.find(({ name }) => name === collection)?.counts
        expect([deleted, masked]).toEqual([counts?.delete, counts?.mask])
        expect(counts?.found).toBe((counts?.delete ?? 0) + (counts?.mask ?? 0) + (counts?.keep ?? 0))
      }
      const state = JSON.stringify([...database.tables])
      expect(erase()).toEqual(first)
      expect(JSON.stringify([...database.tables])).toBe(state)
      expect(left()).toEqual([])
    })
  })

  it('finds any masked row that shows its value again', () => {
    fc.assert(fc.property(anyRequest, fc.nat(), (request, pick) => {
      const { database, planned, erase, left } = set(request)
      erase()
      const masked = planned.frozen.flatMap(({ collection, rows }) =>
        rows.filter(({ action }) => action === 'mask').map(({ key }) => ({ collection, id: key[0] })))
      fc.pre(masked.length > 0)
      const shown = masked[pick % masked.length]
      if (!shown) throw new Error('there is one')
      const refill = (row: Row) => (row.id === shown.id ? { ...row, secret: 'shown again' } : row)
      database.tables.set(shown.collection, database.rows(shown.collection).map(refill))
      expect(left()).toEqual([{ collection: shown.collection, rows: 1 }])
    }), { numRuns: 400 })
  })

  it('finds any row that came back, orphaned or not, and erases it on the next try', () => {
    fc.assert(fc.property(anyRequest, fc.nat(), (request, pick) => {
      const { database, planned, erase, left } = set(request)
      erase()
      const gone = planned.frozen.flatMap(({ collection, rows }) =>
        rows.filter(({ action }) => action === 'delete').map(({ key }) => ({ collection, id: key[0] })))
      fc.pre(gone.length > 0)
      const back = gone[pick % gone.length]
      const row = (request.tables[back?.collection ?? ''] ?? []).find(({ id }) => id === back?.id)
      if (!back || !row) throw new Error('it was there')
      database.tables.set(back.collection, [...database.rows(back.collection), row])
      expect(left()).toContainEqual({ collection: back.collection, rows: 1 })
      erase()
      expect(left()).toEqual([])
    }), { numRuns: 400 })
  })
})
