import { renameSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { advanceDue } from '#server/jobs/advance-due.ts'
import { withdrawalArrived } from '#usecases/consent/withdrawal-arrived.ts'
import { holdChanged } from '#usecases/hold/hold-changed.ts'
import { retryRequest } from '#usecases/request/retry-request.ts'
import { day, openErasureStory, people, type ErasureStory, type Person } from '#tests/support/erasure-story.ts'
import { shopPolicy } from '#tests/support/shop-system.ts'

const databases = ['sqlite', 'postgresql'] as const

/** A hold that came from outside, as an import or the case system places it. */
async function hold(story: ErasureStory, person: Person, covers: string, lifted = false): Promise<void> {
  const now = story.clock.now()
  const record = {
    id: '5a1f6f0e-6f3c-4b8e-9d4b-2f2f0f6f7a11', holdRef: 'court-1', subjectId: story.subjects[person], covers, basis: 'court',
    mayNotTell: false, owner: 'legal', placedBy: 'legal', placedAt: now, reviewOn: now + 30 * day,
    liftedAt: lifted ? now : null, liftedBy: lifted ? 'legal' : null,
  }
  await story.desk.runtime.unitOfWork.write(async ({ store, enqueue }) => {
    await store.requests.putHold(record)
    await enqueue(holdChanged(record, now), now)
  })
}

const one = async (story: ErasureStory, sql: string) => (await story.shops[0]?.sql(sql))?.[0] ?? null
const count = async (story: ErasureStory, from: string) => Number((await one(story, `SELECT count(*) AS n FROM ${from}`))?.n)

describe.each(databases)('asking again, on %s', (kind) => {
  it('finds a row that came back and an orphan, and is not complete until both are gone', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    expect(await story.stateOf(caseCode)).toBe('completed_pending')

    await story.shops[0]?.sql("INSERT INTO newsletter VALUES (7, 'Ann@Example.org')")
    const lax = kind === 'sqlite' ? ['PRAGMA foreign_keys = OFF', 'PRAGMA foreign_keys = ON'] : ["SET session_replication_role = 'replica'", 'RESET session_replication_role']
    await story.shops[0]?.sql(`${lax[0]}; INSERT INTO purchase_line VALUES (130, 13, 1.00); ${lax[1]}`)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('needs_attention')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    const dirty = (await story.inStore((store) => store.erasure.rechecks(stored?.request.id ?? ''))).filter((recheck) => !recheck.clean)
    expect(dirty).toMatchObject([{ system: 'shop', round: 2 }])
    expect(dirty[0]?.leftovers.map((left) => left.collection).toSorted()).toEqual(['newsletter', 'purchase_line'])

    const retry = { caseCode, version: stored?.request.version }
    await story.desk.command(retryRequest, retry, await story.as('supervisor'))
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await count(story, 'newsletter WHERE newsletter_id = 7')).toBe(0)
    expect(await count(story, 'purchase_line WHERE line_id = 130')).toBe(0)
  })

  it('erases what the law kept once its day has come, by keys alone, and certifies it anew', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await count(story, 'purchase WHERE customer_id = 1 AND second_customer_id IS NULL')).toBe(1)
    const sealed = await story.inStore((store) => store.erasure.sealed(id, 'keys', 'shop'))
    expect(sealed).toContain('purchase')
    expect(sealed).not.toContain('ann@')

    await story.work(Date.parse('2034-05-02') - story.clock.now())
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await count(story, 'purchase WHERE purchase_id = 10')).toBe(0)
    expect(await count(story, 'purchase WHERE purchase_id IN (11, 12)')).toBe(2)
    expect(await story.inStore((store) => store.erasure.certificates(id))).toHaveLength(2)
  })

  it('erases each row at its own day, and every certificate lists what is still there and why', async () => {
    const story = await openErasureStory(kind)
    await story.shops[0]?.sql("INSERT INTO purchase VALUES (14, 1, NULL, '2021-03-01', '1 Long Road', 3.00)")
    const { caseCode, id } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    const listed = async () => {
      const certificates = await story.inStore((store) => store.erasure.certificates(id))
      const { retained } = JSON.parse(new TextDecoder().decode(certificates.at(-1)?.body)) as { retained: object[] }
      return retained
    }
    const staying = (collection: string, reason: string, more = {}) =>
      ({ system: 'shop', collection, rows: 1, reason, basis: null, until: null, ...more })
    const forOthers = [
      staying('purchase', 'shared'), staying('purchase_line', 'shared', { rows: 2 }), staying('household', 'shared'),
      staying('customer', 'needed'), staying('remark', 'needed'),
    ]
    const byLaw = (until: string) => staying('purchase', 'retained', { basis: 'tax law', until })
    const sorted = (lines: readonly object[]) =>
      lines.map((line) => JSON.stringify(line, Object.keys(line).toSorted())).toSorted()
    expect(sorted(await listed())).toEqual(sorted([byLaw('2031-03-01'), byLaw('2034-05-01'), ...forOthers]))

    await story.work(Date.parse('2031-03-02') - story.clock.now())
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await count(story, 'purchase WHERE purchase_id = 14')).toBe(0)
    expect(await count(story, 'purchase WHERE purchase_id = 10')).toBe(1)
    expect(sorted(await listed())).toEqual(sorted([byLaw('2034-05-01'), ...forOthers]))

    await story.work(Date.parse('2034-05-02') - story.clock.now())
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await count(story, 'purchase WHERE purchase_id = 10')).toBe(0)
    expect(sorted(await listed())).toEqual(sorted(forOthers))
    expect(await count(story, 'customer WHERE customer_id = 1')).toBe(1)
  })
})

describe.each(databases)('a hold, on %s', (kind) => {
  it('that comes after the plan was frozen takes its lines out of it, and gives them back when it is lifted', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    story.clock.advance(7 * day)
    while ((await advanceDue(story.desk)) > 0);
    expect(await story.stateOf(caseCode)).toBe('executing')
    await hold(story, 'cleo', 'systems:shop')
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await one(story, 'SELECT name FROM customer WHERE customer_id = 3')).toEqual({ name: 'Cleo 陈' })
    expect((await story.inStore((store) => store.subjects.get(story.subjects.cleo)))?.status).toBe('erased')

    await hold(story, 'cleo', 'systems:shop', true)
    await story.work()
    await story.work(day)
    expect(await one(story, 'SELECT name FROM customer WHERE customer_id = 3')).toBeNull()
    expect(await story.stateOf(caseCode)).toBe('completed')
  })
})

describe('what keeps an erasure waiting', () => {
  it('is a hold on everything: nothing runs while it stands', async () => {
    const story = await openErasureStory('sqlite')
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    await hold(story, 'cleo', 'everything')
    await story.work(8 * day)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    expect(await one(story, 'SELECT name FROM customer WHERE customer_id = 3')).toEqual({ name: 'Cleo 陈' })
    await hold(story, 'cleo', 'everything', true)
    await story.work()
    await story.work(8 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await one(story, 'SELECT name FROM customer WHERE customer_id = 3')).toBeNull()
  })

  it('is a partial hold that came before: the plan differs, so the approval is gone', async () => {
    const story = await openErasureStory('sqlite')
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    await hold(story, 'cleo', 'systems:shop')
    await story.work(7 * day)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect(await story.logOf(caseCode)).not.toContain('registry.marked')
    await story.approve(caseCode)
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await one(story, 'SELECT name FROM customer WHERE customer_id = 3')).toEqual({ name: 'Cleo 陈' })
  })

  it('is a system that gives no answer: the window stays open and the log says why', async () => {
    const story = await openErasureStory('sqlite')
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    const file = story.shops[0]?.place ?? ''
    renameSync(file, `${file}.away`)
    await story.work(7 * day)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    expect(await story.logOf(caseCode)).toContain('request.window_waiting')
    renameSync(`${file}.away`, file)
    await story.work(day / 24)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('gives up after the retry span and asks for a person', async () => {
    const story = await openErasureStory('sqlite')
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    story.clock.advance(7 * day)
    while ((await advanceDue(story.desk)) > 0);
    const file = story.shops[0]?.place ?? ''
    renameSync(file, `${file}.away`)
    for (let hours = 0; hours < 4 * 24; hours += 4) await story.work(day / 6)
    expect(await story.stateOf(caseCode)).toBe('needs_attention')
    expect((await story.inStore((store) => store.workItems.open(10))).map((item) => item.kind)).toContain('job_gave_up')
    renameSync(`${file}.away`, file)
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    await story.desk.command(retryRequest, { caseCode, version: stored?.request.version }, await story.as('supervisor'))
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.barred('credit_scoring', 'email', people.cleo.email)).toBe(true)
  })
})

describe('leaving a service', () => {
  const keeps = shopPolicy.replace(
    '    service: credit_scoring\n    origin: derived\n    erase: row',
    "    service: credit_scoring\n    origin: derived\n    keep: { basis: credit contract, until: '2027-06-30' }",
  )

  it('keeps the record that a return is measured against until its day, and erases the rest', async () => {
    const story = await openErasureStory('sqlite', { policy: keeps })
    const { caseCode, id } = await story.ask('deregistration:credit_scoring', 'cleo')
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const stored = await story.inStore((store) => store.requests.byId(id))
    expect(stored?.request.outcome?.result).toBe('retained')
    expect(await count(story, 'score WHERE customer_id = 3')).toBe(1)
    expect(await count(story, 'score_input WHERE customer_id = 3')).toBe(0)
    const events = await story.inStore((store) => store.consents.events(story.subjects.cleo))
    expect(events.map(({ state }) => state)).toEqual(['ConsentGiven', 'ConsentWithdrawn'])
    expect(await story.barred('credit_scoring', 'email', people.cleo.email)).toBe(false)

    await story.work(Date.parse('2027-07-01T12:00:00Z') - story.clock.now())
    await story.work(day)
    expect(await count(story, 'score WHERE customer_id = 3')).toBe(0)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('opens by itself when a withdrawal arrives from the account system, once', async () => {
    const story = await openErasureStory('sqlite')
    const arrived = { subjectId: story.subjects.cleo, purpose: 'credit_scoring', eventId: 'event-1' }
    const now = story.clock.now()
    await story.desk.runtime.unitOfWork.write(async ({ enqueue }) => {
      await enqueue(withdrawalArrived(arrived), now)
      await enqueue({ ...withdrawalArrived(arrived), key: 'sent again' }, now)
    })
    await story.work()
    await story.work(day)
    const requests = await story.inStore((store) => store.requests.ofSubject(story.subjects.cleo))
    expect(requests.map(({ request }) => [request.kind, request.state, request.source.type])).toEqual([
      ['deregistration', 'completed', 'consent_event'],
    ])
    expect(await count(story, 'score WHERE customer_id = 3')).toBe(0)
  })
})
