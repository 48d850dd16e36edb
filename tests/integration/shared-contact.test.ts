import { describe, expect, it } from 'vitest'
import { checkCode } from '#usecases/verification/check-code.ts'
import { sendCode } from '#usecases/verification/send-code.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import type { Principal } from '#usecases/actor.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { callScreen, chen, creditService, entriesOf, lookUp, onFile } from '../support/caller-story.ts'

const phone = '+8613812345678'

/** Chen and Li have one phone; Wang has another one, and nothing to do with them. */
async function deskWithACouple(kind: 'sqlite' | 'postgresql') {
  const test = await openTestDesk(kind)
  await creditService(test)
  const chenId = await onFile(test, chen)
  const li = { ...chen, externalId: '20880099', name: '李雷' }
  const liId = await onFile(test, { ...li, identifiers: { phone, email: 'li@example.cn' } })
  const wangId = await onFile(test, { ...li, externalId: '20880100', identifiers: { phone: '+8613912345679', email: 'wang@example.cn' } })
  return { ...test, chenId, liId, wangId }
}

const second = (test: TestDesk, agent: Principal, callId: string, query: string, afresh = false) =>
  test.desk.command(lookUpPerson, { callId, query, telephonyId: null, afresh }, agent)

describe.each(['sqlite', 'postgresql'] as const)('two people on one number, on %s', (kind) => {
  it('are both kept from sight until a second identifier says which of them is calling', async () => {
    const test = await deskWithACouple(kind)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, phone)
    const { person } = await callScreen(test, agent)
    expect(person).toMatchObject({ found: 'several', matchedBy: 'phone' })
    expect(Object.keys(person)).toEqual(['found', 'matchedBy', 'lookedUpAt'])
    expect(await second(test, agent, callId, 'li@example.cn')).toMatchObject({ found: 'one', fits: 'one' })
    const shown = (await callScreen(test, agent)).person
    expect(shown.found === 'locked' && shown.person.subjectId).toBe(test.liId)
  })

  it('does not find somebody else by the second one: nobody has both', async () => {
    const test = await deskWithACouple(kind)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, phone)
    for (const query of ['wang@example.cn', 'nobody@example.cn', '+86 139 1234 5679']) {
      expect(await second(test, agent, callId, query), query).toMatchObject({ found: 'several', fits: 'none' })
    }
    expect(await second(test, agent, callId, '138 1234 5678')).toMatchObject({ found: 'several', fits: 'several' })
    expect((await callScreen(test, agent)).person).toMatchObject({ found: 'several' })
    const log = (await entriesOf(test)).filter(({ what }) => what === 'person.looked_up')
    expect(log).toHaveLength(5)
    expect(log.filter(({ text }) => text.includes('"second":true'))).toHaveLength(4)
    for (const { text } of log) expect(text).not.toContain(test.wangId)
    expect(await second(test, agent, callId, 'wang@example.cn', true)).toMatchObject({ found: 'one' })
    expect(await test.desk.database.prisma.callParty.count()).toBe(0)
  })

  it('get no code to the number that both have, but to what is theirs alone', async () => {
    const test = await deskWithACouple(kind)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, phone)
    await second(test, agent, callId, 'li@example.cn')
    const { person } = await callScreen(test, agent)
    const ways = person.found === 'locked' ? person.ways : []
    const byPhone = ways.find(({ way }) => way === 'code_phone')
    const byMail = ways.find(({ way }) => way === 'code_email')
    expect([byPhone?.gives, byPhone?.lock?.key, byMail?.gives, byMail?.best]).toEqual([1, 'contact_doubtful', 2, true])
    await expect(sendCode.run(test.desk, { callId, wayId: byPhone?.wayId ?? '' }, agent)).rejects.toMatchObject({
      reason: 'code_not_possible',
    })
    const { challengeId } = await sendCode.run(test.desk, { callId, wayId: byMail?.wayId ?? '' }, agent)
    const code = test.desk.runtime.secrets.oneTimeCode(challengeId)
    expect(await checkCode.run(test.desk, { callId, challengeId, code }, agent)).toEqual({ level: 2 })
    const verified = (await callScreen(test, agent)).person
    expect(verified.found === 'verified' && verified.warnings.map(({ key }) => key)).toContain('contact_shared')
  })
})
