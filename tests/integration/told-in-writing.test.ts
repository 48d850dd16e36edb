import { beforeEach, describe, expect, it } from 'vitest'
import { renderMessage } from '#server/notify/render-message.ts'
import { runQuery } from '#usecases/query.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { finishNotification } from '#usecases/notification/finish-notification.ts'
import { messageToken } from '#usecases/notification/message-token.ts'
import { recordBounce } from '#usecases/notification/record-bounce.ts'
import { retryNotification } from '#usecases/notification/retry-notification.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { cancelRequest } from '#usecases/request/cancel-request.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { noteTellingOpened } from '#usecases/telling/note-telling-opened.ts'
import { readTelling } from '#usecases/telling/read-telling.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const nobody = { kind: 'nobody' } as const
const worker = { kind: 'system', id: 'notifier' } as const
const written = { result: 'understood', scriptVersion: 'v1', locale: 'en', inWriting: true } as const
const aloud = { ...written, inWriting: false } as const

/** A verified caller who would rather read it asks for a deletion. */
async function wantsItWritten(story: ErasureStory, choiceId = 'deletion:credit_scoring') {
  const { callId, agent } = await story.callAbout(story.subjects.ann, 2)
  const asked = { callId, subjectId: story.subjects.ann, choiceId, told: written, words: '', idempotencyKey: crypto.randomUUID() }
  const { caseCode } = await submitFromCall.run(story.desk, asked, agent)
  await story.work()
  return { caseCode, agent, callId }
}

const stored = async (story: ErasureStory, caseCode: string) => {
  const found = await story.inStore((store) => store.requests.byCaseCode(caseCode))
  if (found === null) throw new Error('no such case')
  return found.request
}

/** What lies in the mail of whoever holds the contact on file. */
async function letters(story: ErasureStory, caseCode: string) {
  const { id } = await stored(story, caseCode)
  return story.inStore((store) => store.notifications.ofRequest(id, 'consequence_in_writing'))
}

async function tokenOf(story: ErasureStory, caseCode: string): Promise<string> {
  const [letter] = await letters(story, caseCode)
  return story.desk.runtime.secrets.readingToken(letter?.id ?? '')
}

/** Its mail server says so, hours after it took it. */
const cameBack = (story: ErasureStory, id: string) =>
  story.desk.command(recordBounce, { tokens: [messageToken(story.desk.runtime.secrets, id)], code: '5.1.1' }, { kind: 'operator' })

const read = (story: ErasureStory, token: string, language?: string) =>
  runQuery(story.desk.runtime, readTelling, { token, language }, nobody)

describe.each(['sqlite', 'postgresql'] as const)('a consequence told in writing, on %s', (kind) => {
  let story: ErasureStory
  beforeEach(async () => {
    story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
  })

  it('lets the deletion wait by itself for three days, visibly, and then go before a supervisor', async () => {
    const { caseCode } = await wantsItWritten(story)
    const asked = story.clock.now()
    expect(await stored(story, caseCode)).toMatchObject({
      state: 'awaiting_verification', pauses: [{ kind: 'parked', inWritingAt: asked }], told: { inWriting: true, writtenAt: asked },
    })
    const view = await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))
    expect(view.head).toEqual({ key: 'told_in_writing', params: { until: asked + 3 * day } })
    expect(view.turn).toMatchObject({ role: 'person', at: asked + 3 * day })
    expect((await letters(story, caseCode)).map(({ state, locale }) => [state, locale])).toEqual([['sent', 'en']])

    await story.work(3 * day - 1)
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
    await story.work(1)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect((await stored(story, caseCode)).subjects).toMatchObject([{ level: 2 }])
    const said = await story.logOf(caseCode)
    expect(said.filter((what) => what === 'request.submitted')).toHaveLength(2)
    expect(said).toEqual(expect.arrayContaining(['request.told', 'notification.sent', 'request.reading_over']))
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('stops waiting when the person cancels', async () => {
    const { caseCode } = await wantsItWritten(story)
    const token = await tokenOf(story, caseCode)
    expect(await read(story, token)).not.toBeNull()
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2, 'other')
    await story.desk.command(cancelRequest, { ...(await story.onCase(caseCode)), callId }, agent)
    expect(await read(story, token), 'there is nothing left to read').toBeNull()
    await story.work(4 * day)
    expect(await story.stateOf(caseCode)).toBe('cancelled')
  })

  it('stops waiting when the person calls and objects: that is an objection, and the deletion goes on', async () => {
    const { caseCode } = await wantsItWritten(story)
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2, 'other')
    await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId, told: { ...aloud, result: 'objects' } }, agent)
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const { id, told } = await stored(story, caseCode)
    expect(told).toMatchObject({ result: 'objects', inWriting: false })
    const all = await story.inStore((store) => store.requests.ofSubject(story.subjects.ann))
    expect(all.map(({ request }) => [request.kind, request.about])).toContainEqual(['objection', id])
    await story.work(4 * day)
    expect(await story.logOf(caseCode)).not.toContain('request.reading_over')
  })

  it('does not go on over “that was not me”', async () => {
    const { caseCode } = await wantsItWritten(story)
    const { callId, agent } = await story.callAbout(story.subjects.ann, 1, 'other')
    await story.desk.command(disputeRequest, { ...(await story.onCase(caseCode)), callId, words: 'not me' }, agent)
    await story.work(4 * day)
    expect(await stored(story, caseCode)).toMatchObject({ state: 'awaiting_verification', pauses: [{ kind: 'parked' }, { kind: 'disputed' }] })
  })

  it('is told by nothing that reached nobody: somebody calls back', async () => {
    const { caseCode } = await wantsItWritten(story)
    const [letter] = await letters(story, caseCode)
    const { prisma } = story.desk.database
    await prisma.notification.update({ where: { id: letter?.id ?? '' }, data: { state: 'queued', sentAt: null } })
    await story.desk.command(finishNotification, { notificationId: letter?.id, state: 'failed', fault: 'mail_refused' }, worker)
    expect(await stored(story, caseCode)).toMatchObject({ told: null, pauses: [{ kind: 'parked', inWritingAt: null }] })
    expect(await story.logOf(caseCode)).toContain('request.not_delivered')
    const view = await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))
    expect([view.head.key, view.turn.role]).toEqual(['parked', 'agent'])
    await story.work(4 * day)
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
  })

  it('that came back told nobody either, and is not sent again while somebody is to call', async () => {
    const { caseCode } = await wantsItWritten(story)
    const [letter] = await letters(story, caseCode)
    const id = letter?.id ?? ''
    expect(await cameBack(story, id)).toMatchObject({ first: true })
    expect(await stored(story, caseCode)).toMatchObject({ told: null, pauses: [{ kind: 'parked', inWritingAt: null }] })
    expect(await story.logOf(caseCode)).toContain('request.not_delivered')
    await cameBack(story, id)
    expect((await story.logOf(caseCode)).filter((what) => what === 'request.not_delivered')).toHaveLength(1)
    const again = story.desk.command(retryNotification, { notificationId: id }, await story.as('administrator'))
    await expect(again).rejects.toMatchObject({ reason: 'telling_not_waited' })
    await story.work(4 * day)
    expect(await story.stateOf(caseCode), 'nothing is submitted that nobody was told').toBe('awaiting_verification')
  })

  it('that came back from one of two contacts is sent again with a link of its own, for as long as there was', async () => {
    const { caseCode } = await wantsItWritten(story)
    const [letter] = await letters(story, caseCode)
    const { prisma } = story.desk.database
    const first = await prisma.notification.findUniqueOrThrow({ where: { id: letter?.id ?? '' } })
    const second = await prisma.notification.create({ data: { ...first, id: crypto.randomUUID() } })
    await cameBack(story, second.id)
    const [pause] = (await stored(story, caseCode)).pauses
    expect(pause, 'the other one arrived').toMatchObject({ kind: 'parked', inWritingAt: expect.any(Number) as number })
    const administrator = await story.as('administrator')
    const resent = await story.desk.command(retryNotification, { notificationId: second.id }, administrator)
    const ids = [first.id, resent.notificationId]
    const links = await story.inStore(async (store) => Promise.all(ids.map((id) => store.readings.get(id))))
    expect(links[1]?.expiresAt).toBe(links[0]?.expiresAt)
    expect(await read(story, story.desk.runtime.secrets.readingToken(resent.notificationId))).not.toBeNull()
  })

  it('is never to be written under pressure, neither in the call nor after three vain call-backs', async () => {
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2)
    const asked = { callId, subjectId: story.subjects.ann, choiceId: 'deletion:account', words: '', idempotencyKey: crypto.randomUUID() }
    const pressed = { ...written, result: 'under_pressure' as const }
    await expect(submitFromCall.run(story.desk, { ...asked, told: pressed }, agent)).rejects.toMatchObject({ code: 'invalid_input' })
    const { caseCode } = await story.askFor('deletion:account', story.subjects.bob, { result: 'under_pressure' })
    for (let tries = 0; tries < 4; tries += 1) {
      await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: null, told: null }, agent)
    }
    await story.work()
    expect(await letters(story, caseCode)).toEqual([])
    const reached = await story.callAbout(story.subjects.bob, 2, 'other')
    const wants = { ...(await story.onCase(caseCode)), callId: reached.callId, told: written }
    await expect(callBack.run(story.desk, wants, reached.agent)).rejects.toMatchObject({ reason: 'never_in_writing' })
  })

  it('is written after three vain call-backs in the caller’s language, on record as a telling, and goes on when it was read', async () => {
    const { caseCode } = await story.askFor('deletion:account', story.subjects.ann, { result: 'not_told' })
    const agent = await story.as('agent')
    for (const tries of [1, 2, 3]) {
      expect(await letters(story, caseCode), `before try ${tries}`).toEqual([])
      await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: null, told: null }, agent)
      await story.work()
    }
    expect(await letters(story, caseCode)).toMatchObject([{ state: 'sent', locale: 'en' }])
    expect(await stored(story, caseCode)).toMatchObject({ told: { scriptVersion: 'v1', locale: 'en', inWriting: true } })
    const tellings = (await story.logOf(caseCode)).filter((what) => what === 'request.told')
    expect(tellings, 'in the call, in vain, and now in writing').toHaveLength(2)
    await story.work(3 * day)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
  })

  it('is read by a link: the words with the service, nothing of the person, in either language', async () => {
    const { caseCode } = await wantsItWritten(story)
    const token = await tokenOf(story, caseCode)
    const shown = await read(story, token)
    expect(shown).toMatchObject({ caseCode, locale: 'en', barred: true, days: 7, until: story.clock.now() + 3 * day, opened: false })
    expect(shown?.lines.join(' ')).toMatch(/can never use Credit Scoring again/i)
    expect((await read(story, token, 'zh-CN'))?.lines.join('')).toContain('永远不能再使用')
    expect(JSON.stringify(shown)).not.toMatch(/ann|hara|514|4711/i)
    const { prisma } = story.desk.database
    expect(JSON.stringify(await prisma.readingLink.findMany()), 'the secret is stored nowhere').not.toContain(token)
  })

  it('writes down that a link was opened, once', async () => {
    const { caseCode } = await wantsItWritten(story)
    const token = await tokenOf(story, caseCode)
    await story.desk.command(noteTellingOpened, { token }, nobody)
    expect(await read(story, token)).toMatchObject({ opened: true })
    await story.desk.command(noteTellingOpened, { token }, nobody)
    const said = await story.logOf(caseCode)
    expect(said.filter((what) => what === 'request.told_opened')).toHaveLength(1)
    const entries = await story.desk.database.prisma.auditEntry.findMany()
    expect(entries.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join()).not.toContain(token)
  })

  it('answers a link that never was, that ran out and whose case went on alike', async () => {
    const { caseCode } = await wantsItWritten(story)
    const token = await tokenOf(story, caseCode)
    for (const other of ['', 'x', '0'.repeat(32), token.toLowerCase(), `${token}0`]) expect(await read(story, other), other).toBeNull()
    story.clock.advance(3 * day)
    expect(await read(story, token), 'its time is over').toBeNull()
    await expect(story.desk.command(noteTellingOpened, { token }, nobody)).rejects.toMatchObject({ code: 'not_found' })
    await story.work()
    expect(await read(story, token), 'the case went on').toBeNull()
    const ended = await story.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    expect(await story.desk.database.prisma.readingLink.count(), JSON.stringify(ended)).toBe(0)
  })

  it('names no service where somebody else may hold the contact too', async () => {
    await story.inStore((store) => store.subjects.put(
      { externalId: 'acc-9', identifiers: { phone: '+15147214711' }, name: 'Zoe', bornOn: null, locale: 'en', jurisdiction: 'CN', registeredAt: null },
      story.clock.now(), 'test',
    ))
    const { caseCode } = await wantsItWritten(story)
    const shown = await read(story, await tokenOf(story, caseCode))
    expect(shown?.lines.join(' ')).toContain('the service that you asked about')
    expect(JSON.stringify(shown)).not.toMatch(/credit/i)
  })

  it('can not be written where nothing is on file', async () => {
    const subjectId = await story.inStore(async (store) => (await store.subjects.put(
      { externalId: 'acc-8', identifiers: {}, name: 'Nil', bornOn: null, locale: 'en', jurisdiction: 'CN', registeredAt: null },
      story.clock.now(), 'test',
    )).subjectId)
    const { callId, agent } = await story.callAbout(subjectId, 2)
    const asked = { callId, subjectId, choiceId: 'deletion:account', told: written, words: '', idempotencyKey: crypto.randomUUID() }
    await expect(submitFromCall.run(story.desk, asked, agent)).rejects.toMatchObject({ reason: 'nowhere_to_write' })
  })
})

describe('the notice of it', () => {
  const fills = {
    caseCode: 'K7M4 QXEH 9', link: 'https://desk.example/told/X', until: { at: Date.parse('2026-03-05T02:00:00Z'), zone: 'Asia/Shanghai' },
  }
  it.each(['en', 'zh-CN'])('says the consequence, until when and where, and names no service, in %s', (locale) => {
    const barred = renderMessage('consequence_in_writing', locale, { ...fills, consequence: 'barred' })?.text ?? ''
    const free = renderMessage('consequence_in_writing', locale, { ...fills, consequence: 'not_barred' })?.text ?? ''
    for (const text of [barred, free]) {
      expect(text).toContain('https://desk.example/told/X')
      expect(text).toMatch(/5 March 2026|2026年3月5日/)
      expect(text).not.toMatch(/\{|credit|征信|信用/i)
    }
    expect(barred).toMatch(/never join again|永远不能再加入/)
    expect(free).toMatch(/may join again|可以重新加入/)
  })
})
