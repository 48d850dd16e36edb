import { describe, expect, it } from 'vitest'
import { failTask } from '#usecases/erasure/fail-task.ts'
import { startTask } from '#usecases/erasure/start-task.ts'
import { listPartners } from '#usecases/partner/list-partners.ts'
import { noteContact } from '#usecases/partner/note-contact.ts'
import { noteLetter } from '#usecases/partner/note-letter.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

const worker = { kind: 'system', id: 'worker' } as const

const partners = async (story: ErasureStory) => story.desk.query(listPartners, {}, await story.as('supervisor'))

/** The shop is asked for one case, and does not answer; `gaveUp`: for as long as it is tried. */
async function asked(story: ErasureStory, requestId: string, gaveUp: boolean) {
  const tasks = await story.inStore((store) => store.erasure.tasks(requestId))
  const task = tasks.find(({ system }) => system === 'shop')
  const name = { requestId, system: 'shop', step: task?.step ?? '' }
  await story.desk.command(startTask, name, worker)
  await story.desk.command(failTask, { ...name, fault: 'unreachable', gaveUp }, worker)
}

/** Somebody who was enrolled without being asked: nothing but the shop stands between them and their end. */
const voided = (story: ErasureStory) => story.ask('void_enrolment:credit_scoring', 'bob')

describe.each(['sqlite', 'postgresql'] as const)('a system that keeps cases waiting, on %s', (kind) => {
  it('is shown with the cases behind it, since when it is silent, and whether they will be late', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await voided(story)
    expect(await partners(story), 'it has work, and nothing has failed').toMatchObject({ systems: [], others: 1 })
    const since = story.clock.now()
    await asked(story, id, false)
    story.clock.advance(3 * day + 1)
    const [shop, ...others] = (await partners(story)).systems
    expect(others).toEqual([])
    expect(shop).toMatchObject({
      system: 'shop', role: 'own', contact: null, silentSince: since, silentDays: 3, people: 1, late: 0, lastLetter: null,
      cases: [{ caseCode, reason: 'no_answer', askedAt: since, lateness: 'in_time' }],
    })

    await asked(story, id, true)
    story.clock.advance(40 * day)
    const [later] = (await partners(story)).systems
    expect(later).toMatchObject({ silentDays: 43, late: 1, cases: [{ reason: 'gave_up', lateness: 'late' }] })
    const text = JSON.stringify(later)
    for (const value of [people.bob.name, people.bob.email, people.bob.externalId, story.subjects.bob]) {
      expect(text).not.toContain(value)
    }
  })

  it('leaves the page once it answers', async () => {
    const story = await openErasureStory(kind)
    const { id } = await voided(story)
    await asked(story, id, false)
    expect((await partners(story)).systems).toHaveLength(1)
    await story.work()
    await story.work(day)
    expect(await partners(story)).toMatchObject({ systems: [], others: 0 })
  })

  it('is shown for a case that can not go on until each of its systems can be asked', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    story.clock.advance(7 * day + 5 * 60_000)
    expect((await partners(story)).systems, 'the worker has its minutes').toEqual([])
    const since = story.clock.now() - 5 * 60_000
    story.clock.advance(3_600_000)
    const [shop] = (await partners(story)).systems
    expect(shop).toMatchObject({ system: 'shop', silentSince: since, cases: [{ caseCode, reason: 'waits_to_ask' }] })
    await story.work()
    await story.work(day)
    expect((await partners(story)).systems).toEqual([])
  })

  it('stays there when it answered and still held something, and is then not silent', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.shops[0]?.sql("INSERT INTO newsletter VALUES (7, 'Ann@Example.org')")
    await story.work(day)
    const [shop] = (await partners(story)).systems
    expect(shop).toMatchObject({ silentSince: null, cases: [{ caseCode, reason: 'leftovers' }] })
    expect(shop?.letters[0]?.paragraphs.join(' ')).toContain('it still held data that should be gone')
  })

  it('is written to by a letter that names no person, and that it was sent is an entry', async () => {
    const story = await openErasureStory(kind)
    const supervisor = await story.as('supervisor')
    const early = story.desk.command(noteLetter, { system: 'shop', locale: 'en' }, supervisor)
    await expect(early).rejects.toMatchObject({ code: 'precondition_failed', reason: 'system_answers' })
    const { caseCode, id } = await voided(story)
    await asked(story, id, true)
    const [shop] = (await partners(story)).systems
    expect(shop?.letters.map(({ locale }) => locale)).toEqual(['en', 'zh-CN'])
    const spaced = `${caseCode.slice(0, 4)} ${caseCode.slice(4, 8)} ${caseCode.slice(8)}`
    for (const letter of shop?.letters ?? []) {
      const text = letter.paragraphs.join('\n')
      expect(text).toContain(spaced)
      expect(text).not.toMatch(/Bob|bob@|acc-2|5147214712/)
    }
    await story.desk.command(noteContact, { system: 'shop', contact: 'privacy@shop.example' }, supervisor)
    await story.desk.command(noteLetter, { system: 'shop', locale: 'zh-CN' }, supervisor)
    const [after] = (await partners(story)).systems
    expect(after).toMatchObject({
      contact: 'privacy@shop.example', lastLetter: { at: story.clock.now(), by: 'SU-1', locale: 'zh-CN' },
    })
    const rows = await story.desk.database.prisma.auditEntry.findMany({
      where: { what: { in: ['system.letter_sent', 'system.changed'] } }, orderBy: [{ at: 'asc' }, { what: 'asc' }],
    })
    const [changed, sent] = rows.map((row) => Buffer.from(row.bytes).toString('utf8'))
    expect(sent).toContain('"cases":1')
    expect(sent).toContain('"locale":"zh-cn"')
    expect(changed).toContain('"change":"contact_given"')
    expect(changed, 'an address may name somebody').not.toContain('privacy@')
    await story.desk.command(noteContact, { system: 'shop', contact: ' ' }, supervisor)
    expect((await partners(story)).systems[0]?.contact).toBeNull()
    const unknown = story.desk.command(noteContact, { system: 'nowhere', contact: 'x' }, supervisor)
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
  })
})
