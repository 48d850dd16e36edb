import { describe, expect, it } from 'vitest'
import type { DatabaseKind } from '#server/db/client.ts'
import type { Principal } from '#usecases/actor.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { viewDesk } from '#usecases/desk/view-desk.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { nameCaller } from '#usecases/request/name-caller.ts'
import { nameSubjects } from '#usecases/request/name-subjects.ts'
import { noDataFound } from '#usecases/request/no-data-found.ts'
import { mei, openErasedStory } from '#tests/support/erased-story.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

const sharedPhone = '+8613900001111'
const words = 'Delete everything about me.'

const letter = (over: object = {}) => ({
  channel: 'letter', receivedOn: '2026-02-20', query: sharedPhone, kind: 'deletion', scope: 'account', contact: '',
  locale: 'en', words, idempotencyKey: crypto.randomUUID().replaceAll('-', ''), ...over,
})

/** Li and Han have one phone between them. */
async function withCouple<Story extends ErasureStory>(story: Story) {
  const put = (externalId: string, email: string, jurisdiction = 'CN') =>
    story.inStore(async (store) => {
      const identifiers = { phone: sharedPhone, email }
      return (await store.subjects.put({ externalId, identifiers, locale: 'zh-CN', jurisdiction }, story.clock.now(), 'test')).subjectId
    })
  const li = await put('acc-li', 'li@example.cn')
  const han = await put('acc-han', 'han@example.cn')
  await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
  return { ...story, li, han }
}

const requestOf = async (story: ErasureStory, caseCode: string) => {
  const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
  if (stored === null) throw new Error('no such case')
  return stored
}

/** What the log says of a case: what, how it went, about whom, and the data. */
async function entriesOf(story: ErasureStory, caseCode: string) {
  const rows = await story.desk.database.prisma.auditEntry.findMany({ where: { caseCode }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ what, outcome, bytes }) => {
    const { subjects, data } = JSON.parse(new TextDecoder().decode(bytes)) as Record<'subjects' | 'data', unknown>
    return { what, outcome, subjects, data }
  })
}

/** What the agent's desk says is theirs to move. */
async function todoOnDesk(story: ErasureStory, agent: Principal) {
  const view = await story.desk.query(viewDesk, { locale: 'en', incoming: null }, agent)
  return view.state === 'idle' ? view.yoursToMove : []
}

const noticesTo = (story: ErasureStory, subjectId: string | null) =>
  story.desk.database.prisma.notification.findMany({ where: { subjectId, template: 'acknowledged' } })

describe.each(['sqlite', 'postgresql'] as const)('a letter that fits several people, on %s', (kind: DatabaseKind) => {
  it('asks for a second identifier, names the one who has both, and goes on with them', async () => {
    const story = await withCouple(await openErasureStory(kind))
    const agent = await story.as('agent')
    const input = letter()
    const taken = await story.desk.command(recordIntake, input, agent)
    expect(taken).toMatchObject({ found: 'several' })
    expect(await story.desk.command(recordIntake, input, agent), 'a double click says the same').toEqual(taken)
    const { caseCode } = taken
    const before = await story.desk.query(viewCase, { caseCode }, agent)
    expect(before.actions).toMatchObject({ name: null, noData: null })
    expect(before.head).toEqual({ key: 'unknown_person' })
    expect(await todoOnDesk(story, agent)).toMatchObject([{ caseCode, todo: { key: 'name_them' } }])
    expect(before.actions, 'nobody is called back while nobody knows whom').not.toHaveProperty('callBack')
    expect((await requestOf(story, caseCode)).request.subjects).toEqual([])

    const named = await story.desk.command(nameSubjects, { ...(await story.onCase(caseCode)), query: 'li@example.cn' }, agent)
    expect(named).toMatchObject({ caseCode, fits: 'one', state: 'awaiting_verification' })
    const after = await story.desk.query(viewCase, { caseCode }, agent)
    expect(after.actions).toHaveProperty('callBack')
    expect(after.head.key).not.toBe('unknown_person')
    expect(Object.keys(after.actions)).not.toContain('name')
    const { request, origin } = await requestOf(story, caseCode)
    expect(named.version).toBe(request.version)
    expect(request).toMatchObject({ subjects: [{ subjectId: story.li, known: 'on_file', level: 0 }] })
    expect(request.parts.map(({ part }) => part)).toContain('edited')
    expect(origin.jurisdiction).toBe('CN')
    expect(await story.desk.database.prisma.intake.findMany()).toMatchObject([{ subjectId: story.li }])

    await story.work()
    expect(await noticesTo(story, story.li)).toMatchObject([{ state: 'sent', channel: 'sms' }])
    expect(await noticesTo(story, story.han), 'the other one is told nothing').toEqual([])
    const log = await entriesOf(story, caseCode)
    expect(log.find(({ what }) => what === 'person.looked_up')).toMatchObject({
      subjects: [story.li], data: { by: 'email', matches: 'one', second: true },
    })
    expect(log.find(({ what }) => what === 'request.subjects_named')).toMatchObject({ subjects: [story.li] })
    expect(log.map(({ what }) => what)).toContain('request.acknowledged')

    const call = await story.callAbout(story.li, 2, 'other')
    const told = { result: 'understood', scriptVersion: '1', locale: 'zh-CN', inWriting: false }
    await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: call.callId, told }, call.agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
  })

  it('gives nothing away by a second one that nobody has, somebody else has, or somebody erased had', async () => {
    const story = await withCouple(await openErasedStory(kind))
    const agent = await story.as('agent')
    const receivedOn = new Date(story.clock.now() - 3 * day).toISOString().slice(0, 10)
    const answered = async (query: string) => {
      const { caseCode } = await story.desk.command(recordIntake, letter({ receivedOn }), agent)
      const asked = { ...(await story.onCase(caseCode)), query }
      const { caseCode: same, ...answer } = await story.desk.command(nameSubjects, asked, agent)
      expect(same).toBe(caseCode)
      const { subjects, dueAt } = (await requestOf(story, caseCode)).request
      const view = await story.desk.query(viewCase, { caseCode }, agent)
      return { answer, subjects, dueAt, actions: view.actions, log: await entriesOf(story, caseCode) }
    }
    const unknown = await answered('nobody@example.org')
    const answer = { fits: 'none', state: 'awaiting_verification' }
    expect(unknown).toMatchObject({ answer, subjects: [], actions: { name: null } })
    const lookedUp = unknown.log.find(({ what }) => what === 'person.looked_up')
    expect(lookedUp).toMatchObject({ subjects: [], data: { matches: 'none', second: true } })
    expect(await answered(people.bob.email), 'somebody else’s').toEqual(unknown)
    expect(await answered(mei.email), 'somebody’s who was erased').toEqual(unknown)
    const several = await answered('139 0000 1111')
    expect(several).toMatchObject({ answer: { fits: 'several' }, subjects: [] })
  })

  it('names somebody else only when it is looked up afresh, on purpose', async () => {
    const story = await withCouple(await openErasureStory(kind))
    const agent = await story.as('agent')
    const { caseCode } = await story.desk.command(recordIntake, letter(), agent)
    const asked = { ...(await story.onCase(caseCode)), query: people.bob.email }
    expect(await story.desk.command(nameSubjects, asked, agent)).toMatchObject({ fits: 'none' })
    expect(await story.desk.command(nameSubjects, { ...asked, afresh: true }, agent)).toMatchObject({ fits: 'one' })
    expect((await requestOf(story, caseCode)).request.subjects).toMatchObject([{ subjectId: story.subjects.bob }])
    const log = await entriesOf(story, caseCode)
    expect(log.filter(({ what }) => what === 'person.looked_up').map(({ data }) => data)).toEqual([
      { by: 'email', matches: 'none', second: true }, { by: 'email', matches: 'one' },
    ])
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a letter of somebody who is found later, on %s', (kind: DatabaseKind) => {
  it('is counted by their law from the same day, each clock explained, and its words go with them', async () => {
    const story = await withCouple(await openErasureStory(kind))
    const agent = await story.as('agent')
    const asked = letter({ query: 'nobody@example.org', contact: 'cao.wen@example.org' })
    const { caseCode } = await story.desk.command(recordIntake, asked, agent)
    const unknown = (await requestOf(story, caseCode)).request
    const anywhere = await story.desk.query(viewCase, { caseCode }, agent)
    expect(anywhere.due?.law, 'a month, where nobody knows whose law it is').toBe('any')
    await story.work()
    story.clock.advance(day)
    const dayAfter = await story.as('agent')
    await story.desk.command(nameSubjects, { ...(await story.onCase(caseCode)), query: 'han@example.cn' }, dayAfter)
    await story.work()

    const { request } = await requestOf(story, caseCode)
    const { due } = await story.desk.query(viewCase, { caseCode }, dayAfter)
    expect(request.receivedAt, 'the clock runs from the receipt').toBe(unknown.receivedAt)
    expect(due?.dueAt).toBe(request.dueAt)
    expect(due?.zone).toBe('Asia/Shanghai')
    expect(due?.lines.find(({ key }) => key === 'answer')?.params).toMatchObject({ amount: 15, unit: 'working_day', calendar: 'CN' })
    // Fifteen working days of China from 20 February 2026, whose new year's holidays and working Saturday lie within.
    expect(new Date(request.dueAt).toISOString().slice(0, 10)).toBe('2026-03-13')
    expect(unknown.dueAt - request.dueAt).toBe(unknown.decideBy - request.decideBy)
    const row = await story.desk.database.prisma.request.findUniqueOrThrow({ where: { caseCode } })
    expect([row.dueAt?.getTime(), row.decideBy?.getTime()]).toEqual([request.dueAt, request.decideBy])
    expect((await noticesTo(story, null)).length, 'whoever wrote was answered before').toBe(1)
    expect(await noticesTo(story, story.han), 'and the person on file is told too').toMatchObject([{ state: 'sent' }])

    const notes = await story.inStore((store) => store.subjects.notes({ requestId: request.id }))
    expect(notes).toMatchObject([{ kind: 'caller_words', text: words, subjectId: story.han }])
    const sealed = await story.inStore(async (store) => store.erasure.sealed(request.id, 'words', null))
    expect(sealed, 'nothing of it stays under the key of the house').toBeNull()
  })

  it('reached us on the day of that date where they are, though it is tomorrow there already', async () => {
    const story = await withCouple(await openErasureStory(kind))
    await story.inStore((store) => store.settings.set('home_country', 'US', story.clock.now(), 'test'))
    const agent = await story.as('agent')
    const { caseCode } = await story.desk.command(recordIntake, letter({ query: 'nobody@example.org' }), agent)
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    expect(shanghai.format((await requestOf(story, caseCode)).request.receivedAt)).toBe('2026-02-21')
    await story.desk.command(nameSubjects, { ...(await story.onCase(caseCode)), query: 'han@example.cn' }, agent)
    expect(shanghai.format((await requestOf(story, caseCode)).request.receivedAt)).toBe('2026-02-20')
  })

  it('may fit several by what came later, and then asks for a second one', async () => {
    const story = await withCouple(await openErasureStory(kind))
    const agent = await story.as('agent')
    const { caseCode } = await story.desk.command(recordIntake, letter({ query: 'nobody@example.org' }), agent)
    const name = async (query: string) =>
      (await story.desk.command(nameSubjects, { ...(await story.onCase(caseCode)), query }, agent)).fits
    expect(await name(sharedPhone)).toBe('several')
    expect(await name(people.bob.email)).toBe('none')
    expect(await name('acc-han')).toBe('one')
    expect((await requestOf(story, caseCode)).request.subjects).toMatchObject([{ subjectId: story.han }])
    expect(await story.desk.database.prisma.sealed.count({ where: { kind: 'possible' } })).toBe(0)
  })

  it('is named by who took it in, while nobody is known, and never after its end', async () => {
    const story = await withCouple(await openErasureStory(kind))
    const agent = await story.as('agent')
    const nobody = await story.desk.command(recordIntake, letter({ query: 'nobody@example.org' }), agent)
    const name = (caseCode: string, version: number, who = agent, query = 'li@example.cn') =>
      story.desk.command(nameSubjects, { caseCode, version, query }, who)
    const other = await story.as('agent', 'other')
    await expect(name(nobody.caseCode, nobody.version, other)).rejects.toMatchObject({ reason: 'not_your_case' })
    const supervisor = await story.as('supervisor')
    await expect(name(nobody.caseCode, nobody.version, supervisor)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(name(nobody.caseCode, nobody.version + 1)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      story.desk.command(nameSubjects, { ...(await story.onCase(nobody.caseCode)), query: '陈 静' }, agent),
    ).rejects.toMatchObject({ fields: { query: 'looked_up_nothing' } })
    await story.desk.command(noDataFound, { caseCode: nobody.caseCode, version: nobody.version }, agent)
    const ended = await story.onCase(nobody.caseCode)
    const unknown = 'somebody.else@example.org'
    for (const query of [unknown, 'li@example.cn']) {
      await expect(name(ended.caseCode, ended.version, agent, query)).rejects.toMatchObject({ reason: 'final' })
    }
    const known = await story.desk.command(recordIntake, letter({ query: people.ann.email }), agent)
    for (const query of [unknown, 'li@example.cn']) {
      await expect(name(known.caseCode, known.version, agent, query)).rejects.toMatchObject({ reason: 'subjects_known' })
    }
    for (const { caseCode } of [nobody, known]) {
      expect((await entriesOf(story, caseCode)).map(({ what }) => what), 'nothing was looked up').not.toContain('person.looked_up')
    }
  })

  it('is not called back before anybody knows whom to call', async () => {
    const story = await withCouple(await openErasureStory(kind))
    const { caseCode } = await story.desk.command(recordIntake, letter(), await story.as('agent'))
    const { callId, agent } = await story.callAbout(story.subjects.bob, 2, 'other')
    for (const called of [callId, null]) {
      await expect(
        callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: called, told: null }, agent),
      ).rejects.toMatchObject({ reason: 'nobody_known' })
    }
  })

  it('is theirs by its code once they call and are verified, whoever took it in; another code tells nothing', async () => {
    const story = await withCouple(await openErasureStory(kind))
    const agent = await story.as('agent')
    const taken = await story.desk.command(recordIntake, letter({ query: 'nobody@example.org' }), agent)
    const ofCouple = await story.desk.command(recordIntake, letter(), agent)
    const ofAnn = await story.desk.command(recordIntake, letter({ query: people.ann.email }), agent)
    const ended = await story.desk.command(recordIntake, letter({ query: 'nobody@example.org' }), agent)
    await story.desk.command(noDataFound, { caseCode: ended.caseCode, version: ended.version }, agent)
    const called = async (level: number, which: string) => {
      const call = await story.callAbout(story.subjects.bob, level, which)
      await story.inStore(async (store) => {
        const record = await store.calls.get(call.callId)
        if (record !== null) await store.calls.save({ ...record, subjectId: story.subjects.bob, found: 'one' })
      })
      return (caseCode: string) => story.desk.command(nameCaller, { callId: call.callId, caseCode }, call.agent)
    }
    const unsure = await called(1, 'second')
    await expect(unsure(taken.caseCode)).rejects.toMatchObject({ reason: 'level_too_low' })
    const say = await called(2, 'third')
    for (const { caseCode } of [ofCouple, ofAnn, ended]) {
      await expect(say(caseCode)).rejects.toMatchObject({ reason: 'not_their_case', fields: { caseCode: 'not_their_case' } })
    }
    expect(await say(taken.caseCode)).toMatchObject({ state: 'awaiting_verification' })
    const { request } = await requestOf(story, taken.caseCode)
    expect(request.subjects).toMatchObject([{ subjectId: story.subjects.bob }])
    expect((await requestOf(story, ofCouple.caseCode)).request.subjects).toEqual([])
    expect((await entriesOf(story, taken.caseCode)).map(({ what }) => what)).toContain('request.subjects_named')
    await expect(say(taken.caseCode), 'said twice').rejects.toMatchObject({ reason: 'not_their_case' })
  })
})
