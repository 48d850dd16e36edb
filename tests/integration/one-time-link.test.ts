import { beforeEach, describe, expect, it } from 'vitest'
import { renderMessage } from '#server/notify/render-message.ts'
import { resumeCall } from '#usecases/call/resume-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { retryNotification } from '#usecases/notification/retry-notification.ts'
import { runQuery } from '#usecases/query.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { parkRequest } from '#usecases/request/park-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import { noteProof } from '#usecases/verification/note-proof.ts'
import { readLink } from '#usecases/verification/read-link.ts'
import { sendCaseLink } from '#usecases/verification/send-case-link.ts'
import { sendCode } from '#usecases/verification/send-code.ts'
import { sendLink } from '#usecases/verification/send-link.ts'
import { followLink } from '#usecases/verification/use-link.ts'
import type { Principal } from '#usecases/actor.ts'
import type { VerificationWay } from '#usecases/views/desk.ts'
import { wayOf } from '#tests/support/caller-checks.ts'
import { callScreen, entriesOf, lookUp, onFile } from '#tests/support/caller-story.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

const nobody = { kind: 'nobody' } as const
const minute = 60_000
const { ann } = people

/** Sends a link along a way of the screen. @returns the secret that lies in the mail of whoever holds the contact */
async function linkTo(story: ErasureStory, agent: Principal, callId: string, way: VerificationWay = 'code_email') {
  const { wayId } = await wayOf(story, agent, way)
  const { challengeId } = await sendLink.run(story.desk, { callId, wayId }, agent)
  const link = await story.inStore((store) => store.links.ofVerification(challengeId))
  return { challengeId, token: story.desk.runtime.secrets.readingToken(link?.id ?? '') }
}

const press = (story: ErasureStory, token: string, answer: 'confirm' | 'refuse' = 'confirm') =>
  followLink.run(story.desk, { token, answer }, nobody).then((followed) => followed.answer)

const asks = (story: ErasureStory, token: string) => runQuery(story.desk.runtime, readLink, { token }, nobody)

/** What the log says of links, in its order. */
async function saidOf(story: ErasureStory) {
  const entries = await entriesOf(story)
  return entries.filter(({ what }) => what.startsWith('verification.link')).map(({ what, outcome }) => [what, outcome])
}

async function levelOf(story: ErasureStory, agent: Principal) {
  return (await callScreen(story, agent)).call.assurance
}

describe.each(['sqlite', 'postgresql'] as const)('a one-time link in a call, on %s', (kind) => {
  let story: ErasureStory
  let agent: Principal
  let callId: string
  beforeEach(async () => {
    story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    agent = await story.as('agent')
    callId = await lookUp(story, agent, ann.phone)
  })

  it('raises the call to level 2 when whoever holds the e-mail says yes, and only then', async () => {
    const { token } = await linkTo(story, agent, callId)
    const way = await wayOf(story, agent, 'code_email')
    expect(way.challenge).toMatchObject({ by: 'link', delivery: 'sent', demoCode: null, demoLink: `/confirm/${token}` })
    const entries = (await entriesOf(story)).length
    expect(await asks(story, token)).toEqual({ locale: 'en', about: 'call', caseCode: null, mayConfirm: true })
    expect(await asks(story, token), 'a mail scanner that opened it changed nothing').not.toBeNull()
    expect((await entriesOf(story)).length).toBe(entries)
    expect((await levelOf(story, agent)).level).toBe(0)

    expect(await press(story, token)).toBe('confirm')
    expect(await levelOf(story, agent)).toMatchObject({ level: 2, by: { key: 'one_time_link', params: { field: 'email' } } })
    expect((await callScreen(story, agent)).person.found).toBe('verified')
    expect(await saidOf(story)).toEqual([['verification.link_sent', 'ok'], ['verification.link_used', 'ok']])
    const used = (await entriesOf(story)).find(({ what }) => what === 'verification.link_used')
    expect([used?.callId, used?.text.includes('"nobody"')]).toEqual([callId, true])
  })

  it('carries a request through: it rests on the link, and the call goes on in the caller’s language', async () => {
    const { token } = await linkTo(story, agent, callId)
    await press(story, token)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const asked = { callId, subjectId: story.subjects.ann, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'a'.repeat(32) }
    const { caseCode } = await submitFromCall.run(story.desk, asked, agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
  })

  it('is a second factor beside a code to the other contact', async () => {
    await story.desk.database.prisma.service.updateMany({ where: { key: 'credit_scoring' }, data: { sensitive: true } })
    const { token } = await linkTo(story, agent, callId, 'code_phone')
    await press(story, token)
    const second = await linkTo(story, agent, callId, 'code_email')
    expect(await press(story, second.token)).toBe('confirm')
    expect((await levelOf(story, agent)).level).toBe(3)
  })

  it('works once', async () => {
    const { token } = await linkTo(story, agent, callId)
    await press(story, token)
    const entries = (await entriesOf(story)).length
    expect([await press(story, token), await press(story, token, 'refuse'), await asks(story, token)]).toEqual(['nothing', 'nothing', null])
    expect((await entriesOf(story)).length, 'and leaves nothing more').toBe(entries)
    expect((await levelOf(story, agent)).level).toBe(2)
  })

  it('works once where two press at the same moment', async () => {
    const { token } = await linkTo(story, agent, callId)
    const answers = await Promise.all([press(story, token), press(story, token, 'refuse')])
    expect(answers.filter((one) => one !== 'nothing')).toHaveLength(1)
    expect((await saidOf(story)).filter(([what]) => what === 'verification.link_used')).toHaveLength(1)
  })

  it('runs out after ten minutes, like a code', async () => {
    const { token } = await linkTo(story, agent, callId)
    story.clock.advance(10 * minute)
    expect([await asks(story, token), await press(story, token)]).toEqual([null, 'nothing'])
    expect((await levelOf(story, agent)).level).toBe(0)
  })

  it('is over when the call is, also for the next call about the same person', async () => {
    const { token } = await linkTo(story, agent, callId)
    await story.desk.command(wrapUpCall, { callId, outcome: 'call_dropped', note: '', callBackAt: null }, agent)
    await lookUp(story, agent, ann.phone)
    expect([await asks(story, token), await press(story, token)]).toEqual([null, 'nothing'])
    expect((await levelOf(story, agent)).level).toBe(0)
  })

  it('is over when the call is taken up again by somebody who has to be verified anew', async () => {
    const { token } = await linkTo(story, agent, callId)
    const call = await story.inStore((store) => store.calls.get(callId))
    const endedAt = story.clock.now() - 11 * minute
    if (call !== null) await story.inStore((store) => store.calls.save({ ...call, endedAt }))
    expect(await press(story, token), 'nobody is on the line').toBe('nothing')
    await story.desk.command(resumeCall, { callId }, agent)
    expect(await press(story, token)).toBe('nothing')
  })

  it('gives way to a newer link, to a code, and the other way round', async () => {
    const first = await linkTo(story, agent, callId)
    const second = await linkTo(story, agent, callId)
    expect([await asks(story, first.token), (await asks(story, second.token))?.about]).toEqual([null, 'call'])
    const { wayId } = await wayOf(story, agent, 'code_phone')
    const { challengeId } = await sendCode.run(story.desk, { callId, wayId }, agent)
    expect(await press(story, second.token)).toBe('nothing')
    const code = story.desk.runtime.secrets.oneTimeCode(challengeId)
    await linkTo(story, agent, callId)
    await expect(checkCode.run(story.desk, { callId, challengeId, code }, agent)).rejects.toMatchObject({ reason: 'code_superseded' })
  })

  it('can not be entered as a code', async () => {
    const { challengeId } = await linkTo(story, agent, callId)
    const code = story.desk.runtime.secrets.oneTimeCode(challengeId)
    await expect(checkCode.run(story.desk, { callId, challengeId, code }, agent)).rejects.toMatchObject({ reason: 'code_superseded' })
    expect((await levelOf(story, agent)).level).toBe(0)
  })

  it('goes to no contact that changed lately, and is worth no more than a claim where it was changed since', async () => {
    const { token } = await linkTo(story, agent, callId)
    story.clock.advance(minute)
    const { wayId } = await wayOf(story, agent, 'code_email')
    await onFile(story, { externalId: ann.externalId, identifiers: { email: 'new@example.org' } })
    await press(story, token)
    expect((await levelOf(story, agent)).level, 'the contact is not on file any more').toBe(1)
    await expect(sendLink.run(story.desk, { callId, wayId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })
    const changed = await wayOf(story, agent, 'code_email')
    expect(changed.lock).toEqual({ key: 'contact_doubtful' })
    await expect(sendLink.run(story.desk, { callId, wayId: changed.wayId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })
  })

  it('goes out five times a call, and five times an hour to one contact, whoever asks', async () => {
    for (let sent = 0; sent < 5; sent += 1) await linkTo(story, agent, callId)
    await expect(linkTo(story, agent, callId)).rejects.toMatchObject({ reason: 'too_many_codes' })
    const other = await story.as('agent', 'other')
    const theirs = await lookUp(story, other, ann.phone)
    await expect(linkTo(story, other, theirs)).rejects.toMatchObject({ reason: 'too_many_codes' })
    story.clock.advance(60 * minute)
    const later = await story.as('agent', 'other')
    const anew = await lookUp(story, later, ann.phone)
    expect((await linkTo(story, later, anew)).token).toHaveLength(32)
  })

  it('ends the call’s proof when whoever holds the contact did not ask: the agent is warned, its cases stand still', async () => {
    const { wayId } = await wayOf(story, agent, 'code_phone')
    const { challengeId } = await sendCode.run(story.desk, { callId, wayId }, agent)
    const code = story.desk.runtime.secrets.oneTimeCode(challengeId)
    await checkCode.run(story.desk, { callId, challengeId, code }, agent)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const asked = { callId, subjectId: story.subjects.ann, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'b'.repeat(32) }
    const { caseCode } = await submitFromCall.run(story.desk, asked, agent)
    const email = (await story.inStore((store) => store.subjects.identifiers(story.subjects.ann))).find(({ type }) => type === 'email')
    const sent = await sendLink.run(story.desk, { callId, wayId: email?.id ?? '' }, agent)
    const link = await story.inStore((store) => store.links.ofVerification(sent.challengeId))
    const token = story.desk.runtime.secrets.readingToken(link?.id ?? '')

    expect(await press(story, token, 'refuse')).toBe('refuse')
    const { person, call } = await callScreen(story, agent)
    expect(call.assurance.level).toBe(0)
    if (person.found !== 'locked') throw new Error('not locked')
    expect(person.denied).toBe(true)
    expect(new Set(person.ways.map(({ lock }) => lock?.key))).toEqual(new Set(['contact_denies']))
    expect((await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.pauses).toMatchObject([{ kind: 'disputed' }])
    expect(await saidOf(story)).toEqual([['verification.link_sent', 'ok'], ['verification.link_used', 'denied']])
    expect(await story.logOf(caseCode)).toContain('request.disputed')

    // Nothing that is shown afterwards in this call gives more than a claim.
    await expect(sendCode.run(story.desk, { callId, wayId }, agent)).rejects.toMatchObject({ reason: 'contact_denies' })
    await expect(sendLink.run(story.desk, { callId, wayId: email?.id ?? '' }, agent)).rejects.toMatchObject({ reason: 'contact_denies' })
    expect(await story.desk.command(noteProof, { callId, proof: 'call_back', number: ann.phone }, agent)).toMatchObject({ level: 1 })
  })

  it('has a secret that is stored nowhere, and no service, name or number in its words', async () => {
    const { token } = await linkTo(story, agent, callId)
    const { prisma } = story.desk.database
    const rows = await Promise.all([
      prisma.oneTimeLink.findMany(), prisma.notification.findMany(), prisma.verification.findMany(),
    ])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect((await entriesOf(story)).map(({ text }) => text).join()).not.toContain(token)
    for (const locale of ['en', 'zh-CN']) {
      const { text = '' } = renderMessage('one_time_link', locale, { link: 'https://desk.example.org/confirm/X' }) ?? {}
      expect(text).toContain('https://desk.example.org/confirm/X')
      expect(text).not.toMatch(/credit|信用|Ann/i)
    }
  })

  it('that never was is answered like one that was used, and leaves nothing in the log', async () => {
    const entries = (await entriesOf(story)).length
    for (const token of ['0'.repeat(32), 'x', '', 'Z'.repeat(64)]) expect(await press(story, token)).toBe('nothing')
    expect((await entriesOf(story)).length).toBe(entries)
  })

  it('is not kept for long', async () => {
    await linkTo(story, agent, callId)
    story.clock.advance(day + 11 * minute)
    const ended = await story.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    expect(ended.links).toBe(1)
    expect(await story.desk.database.prisma.oneTimeLink.count()).toBe(0)
  })
})

const letter = (over: object = {}) => ({
  channel: 'letter', receivedOn: '2026-02-20', query: ann.email, kind: 'deregistration', scope: 'credit_scoring', contact: '',
  locale: 'en', words: 'I want out.', idempotencyKey: crypto.randomUUID().replaceAll('-', ''), ...over,
})

describe.each(['sqlite', 'postgresql'] as const)('a one-time link about a letter, on %s', (kind) => {
  let story: ErasureStory
  let agent: Principal
  beforeEach(async () => {
    story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    agent = await story.as('agent')
  })

  const taken = async (over: object = {}) => (await story.desk.command(recordIntake, letter(over), agent)).caseCode
  const found = async (caseCode: string) => {
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    if (stored === null) throw new Error('no such case')
    return stored.request
  }
  const send = async (caseCode: string) => story.desk.command(sendCaseLink, await story.onCase(caseCode), agent)
  const tokensOf = async (caseCode: string) => {
    const { id } = await found(caseCode)
    const links = await story.inStore((store) => store.links.ofRequest(id))
    return links.map((link) => story.desk.runtime.secrets.readingToken(link.id))
  }
  const tokenOf = async (caseCode: string) => (await tokensOf(caseCode))[0] ?? ''
  const view = (caseCode: string) => story.desk.query(viewCase, { caseCode }, agent)

  it('lets the system submit it by the machine’s own rules: what needs nobody’s approval runs', async () => {
    const caseCode = await taken()
    expect((await view(caseCode)).actions.sendLink).toBeNull()
    expect(await send(caseCode)).toEqual({ sent: 1 })
    await story.work()
    const token = await tokenOf(caseCode)
    expect((await view(caseCode)).links).toMatchObject([{ field: 'email', stands: 'waiting', outbox: `/confirm/${token}` }])
    expect(await asks(story, token)).toEqual({ locale: 'en', about: 'case', caseCode, mayConfirm: true })
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')

    expect(await press(story, token)).toBe('confirm')
    await story.work()
    expect(await story.stateOf(caseCode)).not.toBe('awaiting_verification')
    expect((await found(caseCode)).subjects).toMatchObject([{ level: 2 }])
    expect((await view(caseCode)).links).toMatchObject([{ stands: 'confirmed' }])
    const said = await story.logOf(caseCode)
    const at = (what: string) => said.indexOf(what)
    expect([at('verification.link_sent'), at('verification.link_used'), at('request.submitted')].every((place) => place >= 0)).toBe(true)
    expect(at('verification.link_used')).toBeLessThan(said.lastIndexOf('request.submitted'))
    expect(await press(story, token), 'once').toBe('nothing')
  })

  it('never lets a deletion go on untold: it is written to them, and goes on once there was time to read it', async () => {
    const caseCode = await taken({ kind: 'deletion' })
    expect((await found(caseCode)).pauses).toMatchObject([{ kind: 'parked', reason: 'not_told' }])
    await send(caseCode)
    await press(story, await tokenOf(caseCode))
    await story.work()
    const now = story.clock.now()
    expect(await found(caseCode)).toMatchObject({
      state: 'awaiting_verification', told: { inWriting: true, writtenAt: now }, verifiedAt: now, subjects: [{ level: 2 }],
      pauses: [{ kind: 'parked', inWritingAt: now }],
    })
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['request.told', 'request.restricted']))
    const { id } = await found(caseCode)
    const letters = await story.inStore((store) => store.notifications.ofRequest(id, 'consequence_in_writing'))
    expect(letters.map(({ state }) => state)).toEqual(['sent'])
    expect((await view(caseCode)).actions.sendLink, 'nobody is asked twice').toEqual({ key: 'being_read' })
    await story.work(3 * day - 1)
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
    await story.work(1)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
  })

  it('stops the case when they did not ask for it, for a supervisor to look', async () => {
    const caseCode = await taken()
    await send(caseCode)
    const token = await tokenOf(caseCode)
    expect(await press(story, token, 'refuse')).toBe('refuse')
    await story.work()
    expect(await found(caseCode)).toMatchObject({ state: 'awaiting_verification', pauses: [{ kind: 'disputed' }] })
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['verification.link_used', 'request.disputed']))
    expect((await view(caseCode)).links).toMatchObject([{ stands: 'refused' }])
    expect((await view(caseCode)).actions.sendLink).toBeUndefined()
    await expect(send(caseCode)).rejects.toMatchObject({ reason: 'link_not_possible' })
  })

  it('can still be refused, and not confirmed, once the case went on in a call', async () => {
    const caseCode = await taken({ kind: 'deletion' })
    await send(caseCode)
    const token = await tokenOf(caseCode)
    const call = await story.callAbout(story.subjects.ann, 2, 'other')
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: call.callId, told }, call.agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect(await asks(story, token)).toMatchObject({ mayConfirm: false })
    expect(await press(story, token)).toBe('nothing')
    expect(await press(story, token, 'refuse')).toBe('refuse')
    expect((await found(caseCode)).pauses).toMatchObject([{ kind: 'disputed' }])
  })

  it('runs out after three days, or what the setting says, and a newer one takes its place', async () => {
    const administrator = await story.as('administrator')
    await story.desk.command(setSetting, { key: 'case_link_hours', value: '24' }, administrator)
    const caseCode = await taken()
    await send(caseCode)
    const first = await tokenOf(caseCode)
    story.clock.advance(day - 1)
    agent = await story.as('agent')
    await send(caseCode)
    const [second = ''] = (await tokensOf(caseCode)).filter((one) => one !== first)
    expect([await asks(story, first), (await asks(story, second))?.about]).toEqual([null, 'case'])
    story.clock.advance(day)
    agent = await story.as('agent')
    expect([await asks(story, second), await press(story, second)]).toEqual([null, 'nothing'])
    expect((await view(caseCode)).links).toMatchObject([{ stands: 'over' }])
  })

  it('proves nothing once something speaks against the contact: the case waits on', async () => {
    const caseCode = await taken()
    await send(caseCode)
    const token = await tokenOf(caseCode)
    await onFile(story, { externalId: ann.externalId, identifiers: { email: 'new@example.org' } })
    expect(await press(story, token)).toBe('confirm')
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['verification.link_used', 'request.looked_at']))
    const lock = (await view(caseCode)).actions.sendLink
    expect(lock, 'the phone is as good as before').toBeNull()
  })

  it('is not offered where level 2 is not enough, nor where somebody may be steering them', async () => {
    await story.desk.database.prisma.service.updateMany({ where: { key: 'credit_scoring' }, data: { sensitive: true } })
    const sensitive = await taken({ kind: 'deletion' })
    expect((await view(sensitive)).actions.sendLink).toEqual({ key: 'needs_level', params: { level: 3 } })
    await expect(send(sensitive)).rejects.toMatchObject({ reason: 'link_not_possible' })
    const { callId, agent: other } = await story.callAbout(story.subjects.ann, 2, 'other')
    const left = await taken()
    await story.desk.command(parkRequest, { caseCode: left, callId }, other)
    await expect(send(left)).rejects.toMatchObject({ reason: 'link_not_possible' })
    expect(await saidOf(story)).toEqual([])
  })

  it('gives the case up after its fourteen days all the same, and nothing leads to it any more', async () => {
    const caseCode = await taken()
    story.clock.advance(13 * day)
    agent = await story.as('agent')
    await send(caseCode)
    const token = await tokenOf(caseCode)
    await story.work(2 * day)
    expect(await story.stateOf(caseCode)).toBe('rejected')
    expect(await asks(story, token)).toBeNull()
  })

  it('is kept with the case that rests on it, and goes with the account', async () => {
    const caseCode = await taken()
    await send(caseCode)
    await press(story, await tokenOf(caseCode))
    await story.work()
    await story.work(2 * day)
    await story.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    const { prisma } = story.desk.database
    expect(await prisma.oneTimeLink.findMany()).toMatchObject([{ outcome: 'confirmed' }])
    const { caseCode: erasure } = await story.ask('deletion:account', 'ann')
    await story.approve(erasure)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(erasure)).toBe('completed')
    expect(await prisma.oneTimeLink.count()).toBe(0)
  })

  it('is asked anew and not sent again when it came back', async () => {
    const caseCode = await taken()
    await send(caseCode)
    await story.work()
    const { prisma } = story.desk.database
    await prisma.notification.updateMany({ where: { template: 'one_time_link_case' }, data: { state: 'bounced', fault: '5.1.1' } })
    const message = await prisma.notification.findFirstOrThrow({ where: { template: 'one_time_link_case' } })
    expect((await view(caseCode)).links).toMatchObject([{ stands: 'undelivered' }])
    const again = story.desk.command(retryNotification, { notificationId: message.id }, await story.as('administrator'))
    await expect(again).rejects.toMatchObject({ reason: 'code_asked_anew' })
  })
})
