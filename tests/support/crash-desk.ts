import type { DatabaseKind } from '#server/db/client.ts'
import { advanceDue } from '#server/jobs/advance-due.ts'
import { openErasureStory, type ErasureStory } from './erasure-story.ts'
import type { ShopDatabase } from './shop-databases.ts'

/** One more customer of the shop, like Ann: their own rows, rows of two, rows that tax law keeps. */
export interface Customer {
  readonly n: number
  readonly subjectId: string
  readonly caseCode: string
  readonly requestId: string
}

/** What became of one customer: everything that must be the same, however often the worker was killed. */
export interface Verdict {
  readonly state: string
  readonly entries: Readonly<Record<string, number>>
  readonly registryEntries: number
  readonly certificates: number
  readonly tasks: readonly { system: string; state: string; deleted: number; masked: number; kept: number }[]
  readonly ownRows: number
  readonly shop: Readonly<Record<string, unknown>>
}

/** A desk at which erasures are broken off. */
export interface CrashDesk extends ErasureStory {
  readonly shop: ShopDatabase
  /** A new customer whose deletion is approved; the window has yet to run out. */
  another(): Promise<Customer>
  /** Moves every request whose clock ran out; no job is run. */
  advance(): Promise<void>
  verdict(customer: Customer): Promise<Verdict>
  /** Whether something of the customer is gone already, and whether their mark is there. */
  seen(customer: Customer): Promise<{ erased: boolean; marked: boolean }>
}

/** Entries of which an erasure has exactly one, but for those of each system. */
const countedEntries = [
  'registry.marked', 'erasure.plan_frozen', 'request.execution_started', 'erasure.step_done', 'request.tasks_ended',
  'certificate.issued', 'receipt.issued',
]

/** @param kind  of our own database and of the shop's */
export async function openCrashDesk(kind: DatabaseKind): Promise<CrashDesk> {
  const story = await openErasureStory(kind)
  const [shop] = story.shops
  if (shop === undefined) throw new Error('a story has a shop')
  let made = 100

  async function another(): Promise<Customer> {
    const n = (made += 1)
    await shop?.sql(customerSql(n))
    const at = story.clock.now()
    const subjectId = await story.inStore(async (store) => {
      const identifiers = { email: `ann${n}@example.org`, phone: `+1514800${String(n).padStart(4, '0')}` }
      const put = await store.subjects.put(
        { externalId: `acc-${n}`, identifiers, name: `Ann ${n}`, bornOn: '1984-02-03', locale: 'en', jurisdiction: 'CN', registeredAt: at - 40 * 86_400_000 },
        at, 'test',
      )
      await store.consents.append({
        subjectId: put.subjectId, purpose: 'credit_scoring', noticeVersion: '3.2', state: 'ConsentGiven', indication: 'ticked_box',
        channel: 'app', occurredAt: at - 1_000, eventId: `joined-${n}`, evidenceRef: null, concerns: null,
      }, at, 'test')
      return put.subjectId
    })
    const { caseCode, id } = await story.askFor('deletion:account', subjectId)
    await story.approve(caseCode)
    return { n, subjectId, caseCode, requestId: id }
  }

  return {
    ...story,
    shop,
    another,
    async advance() {
      while ((await advanceDue(story.desk)) > 0);
    },
    async seen({ n, subjectId, requestId }) {
      const [row] = await shop.sql(`SELECT name FROM customer WHERE customer_id = ${n}`)
      const keys = await story.desk.database.prisma.subjectKey.count({ where: { subjectId } })
      const entries = await story.inStore((store) => store.registry.ofRequest(requestId))
      return { erased: keys === 0 || row?.name === 'erased', marked: entries.length > 0 }
    },
    async verdict({ n, subjectId, caseCode, requestId }) {
      const log = await story.logOf(caseCode)
      const [entries, certificates, tasks] = await story.inStore(async (store) => [
        await store.registry.ofRequest(requestId),
        await store.erasure.certificates(requestId),
        await store.erasure.tasks(requestId),
      ] as const)
      const { prisma } = story.desk.database
      const of = { where: { subjectId } }
      const ownRows = (await Promise.all([
        prisma.subjectKey.count(of), prisma.identifier.count(of), prisma.subjectField.count(of),
        prisma.consentEvent.count(of), prisma.callSubject.count(of), prisma.note.count(of), prisma.auditSalt.count(of),
      ])).reduce((sum, rows) => sum + rows, 0)
      return {
        state: await story.stateOf(caseCode),
        entries: Object.fromEntries(countedEntries.map((what) => [what, log.filter((one) => one === what).length])),
        registryEntries: entries.length,
        certificates: certificates.length,
        tasks: tasks.map(({ system, state, deleted, masked, kept }) => ({ system, state, deleted, masked, kept })),
        ownRows,
        shop: await shopRows(shop, n),
      }
    },
  }
}

/** What is left of one customer in the shop, without what tells them from another. */
async function shopRows(shop: ShopDatabase, n: number): Promise<Record<string, unknown>> {
  const count = async (from: string) => Number((await shop.sql(`SELECT count(*) AS n FROM ${from}`))[0]?.n)
  const [customer] = await shop.sql(`SELECT name, email, phone FROM customer WHERE customer_id = ${n}`)
  return {
    customer,
    purchases: await count(`purchase WHERE customer_id = ${n}`),
    addresses: await count(`purchase WHERE customer_id = ${n} AND ship_to IS NOT NULL`),
    lines: await count(`purchase_line WHERE purchase_id BETWEEN ${n * 10} AND ${n * 10 + 9}`),
    scores: await count(`score WHERE customer_id = ${n}`),
    inputs: await count(`score_input WHERE customer_id = ${n}`),
    remarks: await count(`remark WHERE author_id = ${n}`),
    newsletters: await count(`newsletter WHERE newsletter_id = ${n}`),
  }
}

/** The rows of one more customer; the second purchase is Bob's too, who also answered the first remark. */
const customerSql = (n: number) => `
INSERT INTO household VALUES (${n}, '${n} Long Road');
INSERT INTO customer VALUES (${n}, 'acc-${n}', 'Ann ${n}', 'ann${n}@example.org', '+1 514 800-${String(n).padStart(4, '0')}', ${n}, NULL);
INSERT INTO purchase VALUES
  (${n * 10}, ${n}, NULL, '2024-05-01', '${n} Long Road', 10.50),
  (${n * 10 + 1}, ${n}, 2, '2024-06-01', '${n} Long Road', 20.00),
  (${n * 10 + 2}, ${n}, NULL, '2009-01-31', '${n} Old Place', 1.00);
INSERT INTO purchase_line VALUES (${n * 10}, ${n * 10}, 10.50), (${n * 10 + 1}, ${n * 10 + 1}, 12.00);
INSERT INTO score VALUES (${n}, 'credit', 640), (${n}, 'risk', 3);
INSERT INTO score_input VALUES (${n}, ${n}, 'works nights');
INSERT INTO remark VALUES (${n * 10}, ${n}, NULL, 'first'), (${n * 10 + 1}, 2, ${n * 10}, 'an answer'), (${n * 10 + 2}, ${n}, NULL, 'alone');
INSERT INTO newsletter VALUES (${n}, 'ann${n}@example.org');
`
