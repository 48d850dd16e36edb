import { describe, expect, it } from 'vitest'
import { day, openErasureStory, people } from '#tests/support/erasure-story.ts'
import { readReplayList } from '#server/erasure/replay-list.ts'

describe.each(['sqlite', 'postgresql'] as const)('an erasure from the call to its end, on %s', (kind) => {
  it('deletes an account: marked, erased, asked again twice, and never again', async () => {
    const story = await openErasureStory(kind, { both: true })
    const { ann } = people
    const { caseCode, id } = await story.ask('deletion:account', 'ann')
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    await story.approve(caseCode)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')

    await story.work(6 * day)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    expect(await story.barred('credit_scoring', 'phone', ann.phone)).toBe(false)

    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed_pending')
    expect(await story.barred('credit_scoring', 'phone', ann.phone)).toBe(true)
    expect(await story.barred('credit_scoring', 'email', ann.email)).toBe(true)
    expect(await story.barred('credit_scoring', 'account_id', ann.externalId)).toBe(true)
    expect(await story.barred('ride_sharing', 'phone', ann.phone)).toBe(false)
    for (const shop of story.shops) {
      const [row] = await shop.sql('SELECT name, email, phone FROM customer WHERE customer_id = 1')
      expect(row).toEqual({ name: 'erased', email: null, phone: null })
      expect(await shop.sql('SELECT * FROM score WHERE customer_id = 1')).toEqual([])
    }

    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const subject = await story.inStore((store) => store.subjects.get(story.subjects.ann))
    expect(subject).toMatchObject({ status: 'erased', locale: null, jurisdiction: null })
    expect(await story.inStore((store) => store.subjects.findByIdentifier('email', ann.email))).toEqual([])
    expect(await story.desk.database.prisma.subjectKey.count({ where: { subjectId: story.subjects.ann } })).toBe(0)
    expect(await story.desk.database.prisma.consentEvent.count({ where: { subjectId: story.subjects.ann } })).toBe(0)

    const certificates = await story.inStore((store) => store.erasure.certificates(id))
    expect(certificates).toHaveLength(1)
    const body = JSON.parse(Buffer.from(certificates[0]?.body ?? []).toString('utf8')) as Certificate
    expect(body).toMatchObject({ case_code: caseCode, mark: 'yes', result: 'retained' })
    expect(body.systems.map(({ system }) => system)).toEqual(['rightsdesk', 'shop', 'shop_too'])
    for (const system of body.systems) expect(system.asked_again).toHaveLength(2)
    expect(body.systems[0]?.deleted).toBeGreaterThan(4)

    const line = readReplayList(story.desk.config.keysDirectory).find((one) => one.case_code === caseCode)
    expect(line).toMatchObject({ subject_id: story.subjects.ann, scope: 'account', service: null, generation: 1 })
    expect(JSON.stringify(line)).not.toContain('ann@')

    const log = await story.logOf(caseCode)
    const first = (what: string) => log.indexOf(what)
    expect(first('registry.marked')).toBeGreaterThan(-1)
    expect(log.filter((what) => what === 'registry.marked')).toHaveLength(1)
    expect(log.filter((what) => what === 'certificate.issued')).toHaveLength(1)
    expect(log.filter((what) => what === 'request.completed')).toHaveLength(1)
    expect(log.filter((what) => what === 'erasure.step_done')).toHaveLength(3)
  })

  it('refuses to take the erased person in again', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    await story.work(7 * day)
    const { tag } = story.desk.vault.registryTag('account_id', people.cleo.externalId)
    const known = await story.inStore((store) => store.registry.wasErased(tag))
    expect(known).toMatchObject({ subjectId: story.subjects.cleo })
  })

  it('makes an enrolment void that was never asked for, without a mark and without an approval', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('void_enrolment:credit_scoring', 'bob')
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const [shop] = story.shops
    expect(await shop?.sql('SELECT * FROM score WHERE customer_id = 2')).toEqual([])
    expect(await shop?.sql('SELECT name FROM customer WHERE customer_id = 2')).toEqual([{ name: 'Bob Ray' }])
    expect(await story.barred('credit_scoring', 'email', people.bob.email)).toBe(false)
    const events = await story.inStore((store) => store.consents.events(story.subjects.bob))
    expect(events.map(({ state }) => state)).toEqual(['ConsentGiven', 'ConsentInvalidated'])
    expect((await story.inStore((store) => store.subjects.get(story.subjects.bob)))?.status).toBe('active')
  })

  it('deletes what one service holds, and leaves the account', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'cleo')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const [shop] = story.shops
    expect(await shop?.sql('SELECT * FROM score WHERE customer_id = 3')).toEqual([])
    expect(await shop?.sql('SELECT name FROM customer WHERE customer_id = 3')).toEqual([{ name: 'Cleo 陈' }])
    expect(await story.inStore((store) => store.consents.events(story.subjects.cleo))).toEqual([])
    expect(await story.inStore((store) => store.subjects.findByIdentifier('email', people.cleo.email))).toEqual([
      story.subjects.cleo,
    ])
    expect(await story.barred('credit_scoring', 'email', people.cleo.email)).toBe(true)
    expect(await story.barred('ride_sharing', 'email', people.cleo.email)).toBe(false)
  })
})

interface Certificate {
  readonly systems: readonly { system: string; deleted: number; asked_again: string[] }[]
}
