import { describe, expect, it } from 'vitest'
import type { Principal } from '#usecases/actor.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import { sendCode } from '#usecases/verification/send-code.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { callScreen, chen, codeSent, creditService, entriesOf, lookUp, onFile, withStore } from '../support/caller-story.ts'

const minute = 60_000
const day = 1_440 * minute

async function deskWithChen(kind: 'sqlite' | 'postgresql') {
  const test = await openTestDesk(kind)
  await creditService(test)
  await withStore(test, (store) => store.settings.setMeta('demo', 'yes'))
  const subjectId = await onFile(test, chen)
  return { test, subjectId, agent: await test.as('agent') }
}

const other = (code: string) => (code === '000000' ? '000001' : '000000')

const check = (test: TestDesk, agent: Principal, callId: string, challengeId: string, code: string) =>
  checkCode.run(test.desk, { callId, challengeId, code }, agent)

async function waysOf(test: TestDesk, agent: Principal) {
  const { person } = await callScreen(test, agent)
  return person.found === 'locked' ? person.ways.filter(({ way }) => way.startsWith('code_')) : []
}

describe.each(['sqlite', 'postgresql'] as const)('a one-time code, on %s', (kind) => {
  it('is shown on a demo’s screen, stored nowhere, and gives level 2', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, '13812345678')
    const { challengeId, code } = await codeSent(test, agent, callId)
    const [phone] = await waysOf(test, agent)
    expect(phone?.challenge).toMatchObject({ challengeId, triesLeft: 3, delivery: 'sent', demoCode: code })
    await withStore(test, (store) => store.settings.setMeta('demo', 'no'))
    expect((await waysOf(test, agent))[0]?.challenge?.demoCode).toBeNull()
    expect(await check(test, agent, callId, challengeId, code)).toEqual({ level: 2 })
    const { prisma } = test.desk.database
    const tables = [prisma.verification.findMany(), prisma.notification.findMany(), prisma.job.findMany()]
    const rows = JSON.stringify(await Promise.all(tables))
    expect(rows).not.toContain(`"${code}"`)
    expect((await entriesOf(test)).map(({ text }) => text).join()).not.toContain(code)
  })

  it('can be tried three times, and each try is on record', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, '13812345678')
    const { challengeId, code } = await codeSent(test, agent, callId)
    await expect(check(test, agent, callId, challengeId, other(code))).rejects.toMatchObject({ reason: 'wrong_code' })
    expect((await waysOf(test, agent))[0]?.challenge?.triesLeft).toBe(2)
    await expect(check(test, agent, callId, challengeId, other(code))).rejects.toMatchObject({ reason: 'wrong_code' })
    await expect(check(test, agent, callId, challengeId, other(code))).rejects.toMatchObject({ reason: 'code_used_up' })
    await expect(check(test, agent, callId, challengeId, code)).rejects.toMatchObject({ reason: 'code_used_up' })
    expect((await callScreen(test, agent)).person.found).toBe('locked')
    const denied = (await entriesOf(test)).filter(({ what, outcome }) => what === 'verification.code_checked' && outcome === 'denied')
    expect(denied).toHaveLength(3)
  })

  it('counts tries that come together: of ten at once three are judged', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, '13812345678')
    const { challengeId, code } = await codeSent(test, agent, callId)
    const wrong = Array.from({ length: 10 }, () => check(test, agent, callId, challengeId, other(code)))
    const tried = await Promise.allSettled(wrong)
    expect(tried.every(({ status }) => status === 'rejected')).toBe(true)
    const verification = await test.desk.database.prisma.verification.findUniqueOrThrow({ where: { id: challengeId } })
    expect([verification.tries, verification.outcome]).toEqual([3, 'failed'])
  })

  it('works once', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, '13812345678')
    const { challengeId, code } = await codeSent(test, agent, callId)
    await check(test, agent, callId, challengeId, code)
    await expect(check(test, agent, callId, challengeId, code)).rejects.toMatchObject({ reason: 'code_used' })
  })

  it('works for ten minutes', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, '13812345678')
    const { challengeId, code } = await codeSent(test, agent, callId)
    test.clock.advance(10 * minute)
    await expect(check(test, agent, callId, challengeId, code)).rejects.toMatchObject({ reason: 'code_expired' })
  })

  it('gives way to a newer one, and a call sends five at most', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, '13812345678')
    const first = await codeSent(test, agent, callId)
    const second = await codeSent(test, agent, callId)
    await expect(check(test, agent, callId, first.challengeId, first.code)).rejects.toMatchObject({ reason: 'code_superseded' })
    for (let n = 3; n <= 5; n += 1) await codeSent(test, agent, callId)
    await expect(codeSent(test, agent, callId)).rejects.toMatchObject({ reason: 'too_many_codes' })
    await expect(check(test, agent, callId, second.challengeId, second.code)).rejects.toMatchObject({ reason: 'code_superseded' })
  })

  it('belongs to its call: another call can not use it', async () => {
    const { test, agent } = await deskWithChen(kind)
    const { challengeId, code } = await codeSent(test, agent, await lookUp(test, agent, '13812345678'))
    const second = await test.as('agent', '2')
    const callId = await lookUp(test, second, '13812345678')
    await expect(check(test, second, callId, challengeId, code)).rejects.toMatchObject({ reason: 'code_superseded' })
  })

  it('does not go to a contact that changed lately, is shared or was reported lost; the screen says why', async () => {
    const { test, subjectId, agent } = await deskWithChen(kind)
    test.clock.advance(day)
    await onFile(test, { ...chen, identifiers: { phone: '+8613899990000' } })
    await onFile(test, { ...chen, externalId: '77', identifiers: { email: 'chen.jing@example.cn' }, name: '李雷' })
    test.clock.advance(2 * day)
    const callId = await lookUp(test, await test.as('agent'), '13899990000')
    const [phone, email] = await waysOf(test, agent)
    const changedAt = test.clock.now() - 2 * day
    expect(phone).toMatchObject({
      gives: 1,
      lock: { key: 'contact_doubtful' },
      against: [{ key: 'changed_recently', params: { at: changedAt, until: changedAt + 7 * day } }],
    })
    expect(email).toMatchObject({ lock: { key: 'contact_doubtful' }, against: [{ key: 'shared' }] })
    for (const way of [phone, email]) {
      await expect(sendCode.run(test.desk, { callId, wayId: way?.wayId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })
    }
    test.clock.advance(8 * day)
    await test.as('agent')
    expect((await waysOf(test, agent))[0]).toMatchObject({ lock: null, gives: 2 })
    await withStore(test, (store) => store.subjects.reportLost(phone?.wayId ?? '', test.clock.now()))
    expect((await waysOf(test, agent))[0]).toMatchObject({ lock: { key: 'contact_doubtful' }, against: [{ key: 'reported_lost' }] })
    expect(subjectId).not.toBe('')
  })

  it('proves nothing when its contact was reported lost meanwhile', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, '13812345678')
    const { challengeId, code } = await codeSent(test, agent, callId)
    const [phone] = await waysOf(test, agent)
    await withStore(test, (store) => store.subjects.reportLost(phone?.wayId ?? '', test.clock.now()))
    expect(await check(test, agent, callId, challengeId, code)).toEqual({ level: 1 })
    expect((await callScreen(test, agent)).person.found).toBe('locked')
  })

  it('goes to both accounts of one person, whose national id says that they are one', async () => {
    const { test, agent } = await deskWithChen(kind)
    await onFile(test, { ...chen, externalId: '77' })
    await lookUp(test, agent, '20880012347735')
    expect((await waysOf(test, agent)).map(({ lock }) => lock)).toEqual([null, null])
  })
})
