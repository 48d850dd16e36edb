import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import type { FrozenPlan } from '#domain/erasure/plan.ts'
import { refreeze, retainedPlanDue } from '#domain/erasure/retained-plan.ts'
import { freshShops, type ShopDatabase } from '#tests/support/shop-databases.ts'
import { shopDataset, shopPolicy, shopTables } from '#tests/support/shop-system.ts'

const at = Date.UTC(2026, 10, 22)
const account: ErasureInstruction = { kind: 'deletion', scope: { scope: 'account' }, holds: [], at }
const service: ErasureInstruction = {
  kind: 'deregistration', scope: { scope: 'service', service: 'credit_scoring' }, holds: [], at,
}
const voided: ErasureInstruction = { ...service, kind: 'void_enrolment' }
const ann: IdentityValue[] = [
  { type: 'account_id', value: 'acc-1' },
  { type: 'email', value: 'ann@example.org' },
  { type: 'phone', value: '+15147214711' },
]
const bob: IdentityValue[] = [{ type: 'account_id', value: 'acc-2' }, { type: 'email', value: 'bob@example.org' }]
const cleo: IdentityValue[] = [{ type: 'account_id', value: 'acc-3' }, { type: 'email', value: 'cleo@example.org' }]

const countsOf = ({ plan }: FrozenPlan) =>
  Object.fromEntries(plan.collections.map(({ name, counts }) => [name, [counts.delete, counts.mask, counts.keep]]))

describe.each(['sqlite', 'postgresql'] as const)('erasing in %s', (kind) => {
  let shop: ShopDatabase
  beforeEach(async () => {
    shop = await freshShops[kind]()
  })
  afterEach(() => shop.close())

  const everything = async () => {
    const tables: Record<string, unknown> = {}
    for (const table of shopTables) tables[table] = await shop.sql(`SELECT * FROM ${table} ORDER BY 1, 2`)
    return JSON.stringify(tables)
  }
  const one = async (sql: string) => (await shop.sql(sql))[0] ?? null
  const erase = (frozen: FrozenPlan, identities: IdentityValue[], more = {}) =>
    shop.connector(more).erase(frozen, { identities, idempotencyKey: 'k1' })
  const erased = async (identities: IdentityValue[], instruction = account, more = {}) => {
    const frozen = await shop.connector(more).plan(identities, instruction)
    expect(frozen.plan.problems).toEqual([])
    await erase(frozen, identities, more)
    return frozen
  }
  const recheck = (frozen: FrozenPlan, identities: IdentityValue[], more = {}) =>
    shop.connector(more).recheck(frozen, identities)

  it('plans each row once, and changes nothing by planning', async () => {
    const before = await everything()
    const { plan } = await shop.connector().plan(ann, account)
    expect(plan.problems).toEqual([])
    expect(countsOf({ plan, frozen: [] })).toEqual({
      score: [2, 0, 0],
      score_input: [1, 0, 0],
      // Lines of kept purchases go; that of the one shared with Bob stays for him.
      purchase_line: [1, 0, 2],
      // Two kept for tax without the address, one of them Bob's too; the one of 2009 is past its ten years.
      purchase: [1, 1, 1],
      // One remark was answered by Bob, so it stays without its text. The answer is his, and none of hers.
      remark: [1, 1, 0],
      newsletter: [0, 0, 0],
      // Purchases still point at Ann, Bob is referred by her.
      customer: [0, 1, 0],
      household: [0, 0, 1],
    })
    expect(await everything()).toBe(before)
  })

  it('deletes an account: nothing of the person is left but what the plan keeps, and the totals hold', async () => {
    const kept = "SELECT sum(total) AS t, count(*) AS n FROM purchase WHERE bought_on > '2015-01-01'"
    const before = await one(kept)
    const frozen = await erased(ann)
    expect(await one(kept)).toEqual(before)
    expect(await one('SELECT name, email, phone, account_ref FROM customer WHERE customer_id = 1')).toMatchObject({
      name: 'erased', email: null, phone: null,
    })
    expect(JSON.stringify(await shop.sql('SELECT * FROM purchase WHERE customer_id = 1 AND second_customer_id IS NULL')))
      .not.toContain('Long Road')
    expect(await shop.sql('SELECT * FROM score WHERE customer_id = 1')).toEqual([])
    expect(await recheck(frozen, ann)).toEqual({ clean: true, leftovers: [] })
  })

  it('leaves no row of somebody who has nothing to keep', async () => {
    const frozen = await erased(cleo)
    expect(await shop.sql('SELECT * FROM customer WHERE customer_id = 3')).toEqual([])
    expect(await shop.sql('SELECT * FROM household WHERE household_id = 2')).toEqual([])
    expect(await shop.sql('SELECT * FROM remark WHERE author_id = 3')).toEqual([])
    expect(await shop.sql('SELECT email FROM newsletter')).toEqual([{ email: 'bob@example.org' }])
    expect(await recheck(frozen, cleo)).toEqual({ clean: true, leftovers: [] })
  })

  it('never changes a row of anybody else', async () => {
    const others = async () => JSON.stringify([
      await shop.sql('SELECT * FROM customer WHERE customer_id <> 1 ORDER BY 1'),
      await shop.sql('SELECT * FROM purchase WHERE customer_id = 2 OR second_customer_id = 2 ORDER BY 1'),
      await shop.sql('SELECT * FROM purchase_line WHERE purchase_id IN (11, 12) ORDER BY 1'),
      await shop.sql('SELECT * FROM household ORDER BY 1'),
      await shop.sql('SELECT * FROM remark WHERE author_id <> 1 ORDER BY 1'),
      await shop.sql('SELECT * FROM score WHERE customer_id <> 1 ORDER BY 1'),
    ])
    const before = await others()
    const frozen = await erased(ann)
    expect(await others()).toBe(before)
    expect(frozen.plan.findings).toContainEqual({ code: 'shared', collection: 'purchase', rows: 1 })
  })

  it('takes what two accounts of one person share as theirs', async () => {
    const frozen = await erased([...ann, ...bob])
    expect(frozen.plan.findings.filter(({ code }) => code === 'shared')).toEqual([])
    // Both stay for their purchases, and so does the house they point at, without its street.
    expect(await one('SELECT street FROM household WHERE household_id = 1')).toEqual({ street: 'erased' })
    expect(await one('SELECT ship_to FROM purchase WHERE purchase_id = 11')).toEqual({ ship_to: null })
  })

  it('lets go of a shared row where the policy says so, and of nothing else in it', async () => {
    const detach = { policyText: shopPolicy.replace('ship_to: null } }', 'ship_to: null } }\n    shared: detach') }
    const frozen = await erased(bob, account, detach)
    expect(await one('SELECT customer_id, second_customer_id, ship_to FROM purchase WHERE purchase_id = 11'))
      .toEqual({ customer_id: 1, second_customer_id: null, ship_to: '1 Long Road' })
    expect(await recheck(frozen, bob, detach)).toEqual({ clean: true, leftovers: [] })
    await shop.sql('UPDATE purchase SET second_customer_id = 2 WHERE purchase_id = 11')
    expect((await recheck(frozen, bob, detach)).leftovers).toEqual([{ collection: 'purchase', rows: 1 }])
  })

  it('erases for a service what is the service’s, and for a void enrolment only what it derived', async () => {
    const before = JSON.stringify(await shop.sql('SELECT * FROM customer ORDER BY 1'))
    const frozen = await erased(ann, voided)
    expect(countsOf(frozen)).toEqual({ score: [2, 0, 0] })
    expect(await one('SELECT count(*) AS n FROM score_input WHERE customer_id = 1')).toMatchObject({ n: expect.anything() })
    expect(await shop.sql('SELECT told FROM score_input WHERE customer_id = 1')).toEqual([{ told: 'works nights' }])
    expect(await recheck(frozen, ann)).toEqual({ clean: true, leftovers: [] })
    expect(countsOf(await erased(ann, service))).toEqual({ score: [0, 0, 0], score_input: [1, 0, 0] })
    expect(JSON.stringify(await shop.sql('SELECT * FROM customer ORDER BY 1'))).toBe(before)
  })

  it('keeps what a hold covers exactly as it is', async () => {
    const held = { ...account, holds: [{ covers: 'everything' as const }] }
    const before = await everything()
    const frozen = await erased(ann, held)
    expect(frozen.plan.lines.every(({ action, reason }) => action === 'keep' && (reason === 'held' || reason === 'key')))
      .toBe(true)
    expect(await everything()).toBe(before)
  })

  it('answers a second run as the first, and ends in the same state', async () => {
    const frozen = await shop.connector().plan(ann, account)
    const first = await erase(frozen, ann)
    const state = await everything()
    expect(await erase(frozen, ann)).toEqual(first)
    expect(await everything()).toBe(state)
    const rows = first.collections.map(({ name, deleted, masked, kept }) => [name, deleted, masked, kept])
    expect(rows).toContainEqual(['score', 2, 0, 0])
    expect(rows).toContainEqual(['customer', 0, 1, 0])
    // Bob's house is kept for him, and counted as kept.
    expect(rows).toContainEqual(['household', 0, 0, 1])
  })

  it('finds an orphan that deleting its parent had hidden', async () => {
    const frozen = await erased(cleo)
    await shop.sql(kind === 'sqlite' ? 'PRAGMA foreign_keys = OFF' : "SET session_replication_role = 'replica'")
    // One under its old key, one under a new key that still points at the customer who is gone.
    await shop.sql("INSERT INTO remark VALUES (5, 3, 4, 'came back'), (77, 3, NULL, 'new and orphaned')")
    expect(await recheck(frozen, cleo)).toEqual({ clean: false, leftovers: [{ collection: 'remark', rows: 2 }] })
  })

  it('finds a row that came back, and a masked field that was filled again', async () => {
    const gone = await erased(cleo)
    await shop.sql("INSERT INTO customer VALUES (3, 'acc-3', 'Cleo 陈', 'cleo@example.org', NULL, NULL, NULL)")
    await shop.sql("INSERT INTO newsletter VALUES (9, ' CLEO@example.org ')")
    expect((await recheck(gone, cleo)).leftovers).toEqual(
      expect.arrayContaining([{ collection: 'customer', rows: 1 }, { collection: 'newsletter', rows: 1 }]),
    )
    const masked = await erased(ann)
    await shop.sql("UPDATE customer SET name = 'Ann O''Hara' WHERE customer_id = 1")
    expect((await recheck(masked, ann)).leftovers).toEqual([{ collection: 'customer', rows: 1 }])
  })

  it('erases on a retry what came back, with the rows that came anew once they are frozen too', async () => {
    const frozen = await erased(cleo)
    await shop.sql("INSERT INTO customer VALUES (3, 'acc-3', 'Cleo', 'cleo@example.org', NULL, NULL, NULL)")
    await shop.sql("INSERT INTO remark VALUES (78, 3, NULL, 'new')")
    await erase(frozen, cleo)
    // The plan did not name the new remark, so it stays, and the customer with it; the re-check says so.
    expect((await recheck(frozen, cleo)).clean).toBe(false)
    const again = refreeze(frozen, await shop.connector().plan(cleo, account, frozen.frozen))
    if (again === null) throw new Error('the lines are the same')
    await erase(again, cleo)
    expect(await recheck(again, cleo)).toEqual({ clean: true, leftovers: [] })
    expect(await shop.sql('SELECT * FROM customer WHERE customer_id = 3')).toEqual([])
  })

  it('leaves a key alone that somebody else’s row has taken since', async () => {
    const frozen = await erased(cleo)
    await shop.sql("INSERT INTO customer VALUES (3, 'acc-9', 'Dora', 'dora@example.org', NULL, NULL, NULL)")
    await shop.sql("INSERT INTO remark VALUES (4, 3, NULL, 'by Dora')")
    expect(await recheck(frozen, cleo)).toEqual({ clean: true, leftovers: [] })
    await erase(frozen, cleo)
    expect(await one('SELECT name FROM customer WHERE customer_id = 3')).toEqual({ name: 'Dora' })
    expect(await one('SELECT body FROM remark WHERE remark_id = 4')).toEqual({ body: 'by Dora' })
  })

  it('only does less than the plan: what became shared or needed since is left or masked', async () => {
    const frozen = await shop.connector().plan(cleo, account)
    await shop.sql("INSERT INTO purchase VALUES (50, 3, NULL, '2026-11-01', '2 Short Street', 3.00)")
    await shop.sql('UPDATE customer SET household_id = 2 WHERE customer_id = 2')
    const { collections } = await erase(frozen, cleo)
    expect(collections).toContainEqual({ name: 'customer', deleted: 0, masked: 1, kept: 0 })
    expect(collections).toContainEqual({ name: 'household', deleted: 0, masked: 0, kept: 1 })
    expect(await one('SELECT street FROM household WHERE household_id = 2')).toEqual({ street: '2 Short Street' })
    // The purchase is new: it is not in the plan, and shows an address that the policy masks.
    expect((await recheck(frozen, cleo)).leftovers).toEqual([{ collection: 'purchase', rows: 1 }])
  })

  it('erases kept rows when their date has come, and then whoever stayed for them', async () => {
    const frozen = await erased([...ann, ...bob])
    expect(retainedPlanDue(frozen, Date.UTC(2030, 0, 1))).toBeNull()
    const due = retainedPlanDue(frozen, Date.UTC(2035, 0, 1))
    if (due === null) throw new Error('ten years are over')
    await erase(due, [...ann, ...bob])
    expect(await shop.sql('SELECT purchase_id FROM purchase')).toEqual([])
    expect(await shop.sql('SELECT customer_id FROM customer')).toEqual([{ customer_id: 3 }])
    expect(await recheck(due, [...ann, ...bob])).toEqual({ clean: true, leftovers: [] })
  })

  it('finds a person by phone or e-mail in another writing where there is no account', async () => {
    const weak = { datasetText: shopDataset.replace('identity: account_id', 'length: 40') }
    const byPhone = await shop.connector(weak).plan([{ type: 'phone', value: '+15147214712' }], account)
    expect(byPhone.plan.collections.find(({ name }) => name === 'customer')?.counts).toMatchObject({ mask: 1 })
    const byMail = await shop.connector(weak).plan([{ type: 'email', value: 'bob@example.org' }], account)
    expect(countsOf(byMail).newsletter).toEqual([1, 0, 0])
  })

  it('does not take another account’s row for a phone that stands in it', async () => {
    const frozen = await shop.connector().plan([{ type: 'account_id', value: 'acc-9' }, ...ann.slice(1)], account)
    expect(frozen.frozen).toEqual([])
  })

  it('says what is wrong with a policy that can not work, and erases nothing by it', async () => {
    const bad = { policyText: 'version: 2\nrules:\n  - match: { category: user }\n    erase: null\n' }
    const frozen = await shop.connector(bad).plan(ann, account)
    expect(frozen.plan.problems).toContainEqual({ code: 'null_on_not_null', collection: 'customer', field: 'name' })
    await expect(erase(frozen, ann, bad)).rejects.toThrow('plan_has_problems')
    const silent = { policyText: 'version: 2\nrules:\n  - match: { collection: score }\n    erase: row\n' }
    const { plan } = await shop.connector(silent).plan(ann, account)
    expect(plan.problems).toContainEqual({ code: 'no_rule', collection: 'customer', field: 'email' })
  })

  it('keeps no value of a row in an error, whatever the driver says', async () => {
    const frozen = await shop.connector().plan(ann, account)
    const trigger = kind === 'sqlite'
      ? "CREATE TRIGGER refuse BEFORE UPDATE ON customer BEGIN SELECT RAISE(ABORT, 'Ann O''Hara stays'); END"
      : `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% stays', OLD.name; END $$;
         CREATE TRIGGER refuse BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION refuse()`
    await shop.sql(trigger)
    const before = await everything()
    const error: Error = await erase(frozen, ann).then(() => new Error('it went through'), (e: Error) => e)
    expect(error.message).toBe('refused customer')
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('Hara')
    expect(await everything()).toBe(before)
  })

  it('changes nothing when the fence says that the lease is lost', async () => {
    const frozen = await shop.connector().plan(ann, account)
    const before = await everything()
    const fence = () => {
      throw new Error('lease lost')
    }
    await expect(shop.connector().erase(frozen, { identities: ann, idempotencyKey: 'k1', fence })).rejects.toThrow('lease lost')
    expect(await everything()).toBe(before)
  })

  it('tries an erasure on an invented person, says what it did, and leaves no trace', async () => {
    const before = await everything()
    const trial = await shop.connector().tryOnInvented(at)
    expect(trial.problems.filter(({ code }) => code !== 'missing_index')).toEqual([])
    expect(trial.ok).toBe(true)
    expect(trial.problems).toContainEqual({ code: 'missing_index', collection: 'purchase', field: 'customer_id' })
    expect(trial.collections.map(({ name }) => name)).toEqual(expect.arrayContaining(['customer', 'purchase', 'score']))
    expect(await everything()).toBe(before)
  })

  it('says in a trial which table nobody described', async () => {
    await shop.sql('CREATE TABLE loyalty (loyalty_id integer PRIMARY KEY, customer_id integer REFERENCES customer)')
    const trial = await shop.connector().tryOnInvented(at)
    expect(trial.problems).toContainEqual({ code: 'undeclared_reference', collection: 'loyalty', field: 'customer_id' })
    await shop.sql('INSERT INTO loyalty VALUES (1, 3)')
    // The row that nobody described still needs the customer: masked, instead of failing or cascading.
    const frozen = await erased(cleo)
    expect(countsOf(frozen).customer).toEqual([0, 1, 0])
  })

  describe('when it is stopped at any point', () => {
    it('is wholly undone or wholly done, and goes on to the same end', async () => {
      const frozen = await shop.connector().plan(ann, account)
      const before = await everything()
      const points: string[] = []
      await erase(frozen, ann, { onPoint: (name: string) => void points.push(name) })
      const after = await everything()
      await shop.close()
      shop = await freshShops[kind]()
      expect(points.length).toBeGreaterThan(10)
      const afterCommit = ['after commit', 'after settle']
      for (const stop of points) {
        const committed = afterCommit.includes(stop)
        if (committed) {
          await shop.close()
          shop = await freshShops[kind]()
        }
        const onPoint = (name: string) => {
          if (name === stop) throw new Error('stopped')
        }
        await expect(erase(frozen, ann, { onPoint }), stop).rejects.toThrow('stopped')
        expect(await everything(), stop).toBe(committed ? after : before)
        if (!committed) continue
        await erase(frozen, ann)
        expect(await everything(), stop).toBe(after)
        expect(await recheck(frozen, ann), stop).toEqual({ clean: true, leftovers: [] })
      }
    })
  })
})
