import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import { freshShops, type ShopDatabase } from '#tests/support/shop-databases.ts'

/** Names that have to be quoted, keys beyond 2^53 and of two columns, an integer account, a circle, a cascade. */
const tables = `
CREATE TABLE "Order ""x"" Person" (
  "select" bigint PRIMARY KEY, account smallint NOT NULL, "Full Name" varchar(6) NOT NULL, "born?" date NOT NULL,
  active boolean NOT NULL, last_thing bigint
);
CREATE TABLE "things" (
  part integer, "select" bigint NOT NULL REFERENCES "Order ""x"" Person" ON DELETE CASCADE,
  note varchar(100), PRIMARY KEY (part, "select")
);
INSERT INTO "Order ""x"" Person" VALUES
  (9007199254740993, 7, 'Zoë', '1987-05-23', TRUE, 1), (9007199254740992, 8, 'Yan', '1990-01-01', TRUE, NULL);
INSERT INTO "things" VALUES (1, 9007199254740993, 'a'), (2, 9007199254740993, 'b'), (1, 9007199254740992, 'c');
`
const dataset = `
dataset:
  - fides_key: odd
    collections:
      - name: 'Order "x" Person'
        fields:
          - { name: select }
          - { name: account, data_categories: [user.account], fides_meta: { identity: account_id } }
          - { name: Full Name, data_categories: [user.name] }
          - { name: 'born?', data_categories: [user.demographic] }
          - { name: active, data_categories: [user.account] }
          - { name: last_thing, fides_meta: { references: [{ dataset: odd, field: things.part, direction: to }] } }
      - name: things
        fields:
          - { name: part }
          - { name: select, fides_meta: { references: [{ dataset: odd, field: 'Order "x" Person.select', direction: from }] } }
          - { name: note, data_categories: [user.content] }
`
const instruction: ErasureInstruction = {
  kind: 'deletion', scope: { scope: 'account' }, holds: [], at: Date.UTC(2026, 10, 22),
}
const policyText = 'version: 1\nrules: [{ match: { category: user }, erase: row }]'

describe.each(['sqlite', 'postgresql'] as const)('an awkward database in %s', (kind) => {
  let shop: ShopDatabase
  const odd = { datasetText: dataset, policyText }
  const people: IdentityValue[] = [{ type: 'account_id', value: '7' }]
  beforeEach(async () => {
    shop = await freshShops[kind]()
    await shop.sql(tables)
  })
  afterEach(() => shop.close())
  const left = async () => shop.sql('SELECT account FROM "Order ""x"" Person" ORDER BY 1')

  it('gives up the right rows, to the last bit of their keys', async () => {
    const frozen = await shop.connector(odd).plan(people, instruction)
    expect(frozen.plan.problems).toEqual([])
    expect(JSON.stringify(frozen.frozen)).toContain('9007199254740993')
    const erased = await shop.connector(odd).erase(frozen, { identities: people, idempotencyKey: 'k' })
    expect(erased.collections).toEqual([
      { name: 'things', deleted: 2, masked: 0, kept: 0 }, { name: 'Order "x" Person', deleted: 1, masked: 0, kept: 0 },
    ])
    expect(await left()).toEqual([{ account: 8 }])
    expect(await shop.sql('SELECT note FROM things')).toEqual([{ note: 'c' }])
    expect(await shop.connector(odd).recheck(frozen, people)).toEqual({ clean: true, leftovers: [] })
  })

  it('masks what has to stay with a value that fits each column, and cascades nothing away', async () => {
    await shop.sql('CREATE TABLE undescribed (id integer PRIMARY KEY, p bigint REFERENCES "Order ""x"" Person" ON DELETE CASCADE)')
    await shop.sql('INSERT INTO undescribed VALUES (1, 9007199254740993)')
    const frozen = await shop.connector(odd).plan(people, instruction)
    await shop.connector(odd).erase(frozen, { identities: people, idempotencyKey: 'k' })
    const [row] = await shop.sql('SELECT "Full Name" AS name, account FROM "Order ""x"" Person" WHERE "select" = 9007199254740993')
    expect(row).toEqual({ name: 'erased', account: 0 })
    expect(await shop.sql('SELECT id FROM undescribed')).toEqual([{ id: 1 }])
    expect(await shop.connector(odd).recheck(frozen, people)).toEqual({ clean: true, leftovers: [] })
  })

  it.each(['A-17', '99999999999999', '07', "7' OR '1'='1", '7?', ''])('takes account "%s" for nobody’s', async (value) => {
    const { plan } = await shop.connector(odd).plan([{ type: 'account_id', value }], instruction)
    expect(plan.collections.map(({ counts }) => counts.found)).toEqual([0, 0])
  })

  it('says which table and column are not there, letter for letter', async () => {
    const renamed = { datasetText: dataset.replace('Full Name', 'full name').replaceAll('things', 'Things'), policyText }
    const { plan } = await shop.connector(renamed).plan(people, instruction)
    expect(plan.problems).toContainEqual({ code: 'missing_column', collection: 'Order "x" Person', field: 'full name' })
    expect(plan.problems).toContainEqual({ code: 'missing_table', collection: 'Things', field: null })
  })

  it('tries itself on an invented person', async () => {
    const trial = await shop.connector(odd).tryOnInvented(instruction.at)
    // PostgreSQL holds to its smallint, into which an invented account number does not fit.
    const refused = { code: 'not_insertable', collection: 'Order "x" Person', field: null }
    expect(trial.problems.filter(({ code }) => code !== 'missing_index')).toEqual(
      kind === 'sqlite' ? [] : expect.arrayContaining([refused]),
    )
    expect(await left()).toHaveLength(2)
  })

  it('can be erased by several workers at once, and ends the same', async () => {
    const frozen = await shop.connector(odd).plan(people, instruction)
    const tries = [1, 2, 3].map(() => shop.connector(odd).erase(frozen, { identities: people, idempotencyKey: 'k' }))
    const answers = await Promise.all(tries)
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await left()).toEqual([{ account: 8 }])
  })
})

it('lets nobody point at a PostgreSQL row that is about to go, where a cascade would take it along unseen', async () => {
  const shop = await freshShops.postgresql()
  await shop.sql('CREATE TABLE late (id integer PRIMARY KEY, customer_id integer REFERENCES customer ON DELETE CASCADE)')
  const identities: IdentityValue[] = [{ type: 'account_id', value: 'acc-3' }]
  const frozen = await shop.connector().plan(identities, instruction)
  await shop.sql("SET lock_timeout = '200ms'")
  const tries: string[] = []
  const onPoint = async (name: string) => {
    if (name !== 'before delete customer 1') return
    tries.push(await shop.sql('INSERT INTO late VALUES (1, 3)').then(() => 'inserted', () => 'waited in vain'))
  }
  await shop.connector({ onPoint }).erase(frozen, { identities, idempotencyKey: 'k' })
  expect(tries).toEqual(['waited in vain'])
  await shop.close()
})

it('reads from PostgreSQL what a schema before the name means', async () => {
  const shop = await freshShops.postgresql()
  await shop.sql('CREATE SCHEMA crm; CREATE TABLE crm.lead (id integer PRIMARY KEY, account text NOT NULL)')
  await shop.sql("INSERT INTO crm.lead VALUES (1, 'a'), (2, 'b')")
  const datasetText = `
dataset:
  - fides_key: crm
    collections:
      - name: crm.lead
        fields: [{ name: id }, { name: account, data_categories: [user.account], fides_meta: { identity: account_id } }]`
  const identities: IdentityValue[] = [{ type: 'account_id', value: 'a' }]
  const frozen = await shop.connector({ datasetText, policyText }).plan(identities, instruction)
  await shop.connector({ datasetText, policyText }).erase(frozen, { identities, idempotencyKey: 'k' })
  expect(await shop.sql('SELECT id FROM crm.lead')).toEqual([{ id: 2 }])
  await shop.close()
})
