import { describe, expect, it } from 'vitest'
import { handOverCall } from '#usecases/call/hand-over-call.ts'
import { setCallerLanguage } from '#usecases/call/set-caller-language.ts'
import { setInterpreter } from '#usecases/call/set-interpreter.ts'
import { takeBackCall } from '#usecases/call/take-back-call.ts'
import { takeOverCall } from '#usecases/call/take-over-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import { noteProof } from '#usecases/verification/note-proof.ts'
import type { Principal } from '#usecases/actor.ts'
import { anybody } from '#usecases/views/hand-over.ts'
import {
  callScreen, chen, codeSent, creditService, entriesOf, lookUp, onFile, screen, verifiedCall,
} from '../support/caller-story.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

const minute = 60_000

async function deskOfThree(kind: 'sqlite' | 'postgresql') {
  const test = await openTestDesk(kind)
  await creditService(test)
  await onFile(test, chen)
  const [first, second, third] = await Promise.all(['1', '2', '3'].map((name) => test.as('agent', name)))
  if (first === undefined || second === undefined || third === undefined) throw new Error('three agents')
  const { humanRef } = await test.staffOf('agent', '2')
  return { ...test, first, second, third, colleague: humanRef }
}

async function offers(test: TestDesk, agent: Principal) {
  const view = await screen(test, agent)
  return view.state === 'idle' ? view.offered : null
}

describe.each(['sqlite', 'postgresql'] as const)('a call that is handed over, on %s', (kind) => {
  it('goes to the colleague with its level while the line stays open, and the log says from whom to whom', async () => {
    const test = await deskOfThree(kind)
    const { first, second, third, colleague } = test
    const { callId, subjectId } = await verifiedCall(test, first)
    await test.desk.command(setCallerLanguage, { callId, locale: 'zh-CN' }, first)
    await test.desk.command(handOverCall, { callId, to: colleague, line: 'open' }, first)

    const [waiting] = (await offers(test, second)) ?? []
    expect(waiting).toMatchObject({ callId, mine: true, callerLocale: 'zh-CN', level: 2, lineOpen: true })
    expect(JSON.stringify(await screen(test, second)), 'nothing of whom it is about').not.toMatch(/138 •|• 5678|1381234|chen/i)
    expect(await offers(test, third), 'it was offered to one colleague').toEqual([])
    expect((await callScreen(test, first)).call.offered, 'until then it stays where it is').not.toBeNull()

    await expect(test.desk.command(takeOverCall, { callId }, third)).rejects.toMatchObject({ reason: 'call_not_offered' })
    await test.desk.command(takeOverCall, { callId }, second)
    const taken = await callScreen(test, second)
    expect(taken.call).toMatchObject({ callId, callerLocale: 'zh-CN', assurance: { level: 2 }, offered: null })
    expect(taken.person).toMatchObject({ found: 'verified', person: { subjectId } })
    expect((await screen(test, first)).state, 'the first desk is free').toBe('idle')
    await expect(test.desk.command(takeOverCall, { callId }, second), 'once').rejects.toMatchObject({ code: 'precondition_failed' })

    const said = await entriesOf(test)
    const [from, to] = [await test.staffOf('agent', '1'), await test.staffOf('agent', '2')]
    expect(said.find((entry) => entry.what === 'call.handed_over')?.text).toContain(`"to":"${to.id}"`)
    expect(said.find((entry) => entry.what === 'call.taken_over')?.text).toContain(`"from":"${from.id}"`)
    await test.desk.command(wrapUpCall, { callId, outcome: 'question_answered', note: '', callBackAt: null }, second)
  })

  it('comes without its level where the line ends, and what was shown before adds nothing to what is shown then', async () => {
    const test = await deskOfThree(kind)
    const { first, second } = test
    const { callId } = await verifiedCall(test, first)
    await test.desk.command(handOverCall, { callId, to: anybody, line: 'ends' }, first)
    expect(await offers(test, second)).toMatchObject([{ mine: false, level: 0, lineOpen: false }])
    await test.desk.command(takeOverCall, { callId }, second)
    const taken = await callScreen(test, second)
    expect(taken.call.assurance.level).toBe(0)
    const ways = taken.person.found === 'locked' ? taken.person.ways : []
    expect(ways.find(({ way }) => way === 'code_phone'), 'no code counts').toMatchObject({ challenge: null })
    expect((await entriesOf(test)).find((entry) => entry.what === 'call.taken_over')?.text).toContain('"levels_lost":1')

    expect(await test.desk.command(noteProof, { callId, proof: 'answers' }, second)).toEqual({ noted: true, level: 1 })
    const claimed = await callScreen(test, second)
    expect(claimed.person.found).toBe('locked')
    expect(claimed.call.assurance, 'by what is shown now').toMatchObject({ level: 1, by: { key: 'answers_from_file' } })
    const { challengeId, code } = await codeSent(test, second, callId)
    expect(await checkCode.run(test.desk, { callId, challengeId, code }, second), 'verified anew').toEqual({ level: 2 })
  })

  it('whose line stays open takes along a code on its way, and what was shown to whoever takes it', async () => {
    const test = await deskOfThree(kind)
    const { first, second } = test
    const callId = await lookUp(test, first, '13812345678')
    await test.desk.command(noteProof, { callId, proof: 'answers' }, first)
    const { challengeId, code } = await codeSent(test, first, callId)
    await test.desk.command(handOverCall, { callId, to: anybody, line: 'open' }, first)
    await test.desk.command(takeOverCall, { callId }, second)
    expect((await callScreen(test, second)).call.assurance).toMatchObject({ level: 1, by: { key: 'answers_from_file' } })
    expect(await checkCode.run(test.desk, { callId, challengeId, code }, second)).toEqual({ level: 2 })
  })

  it('whose line ends leaves a code that was sent before good for nothing', async () => {
    const test = await deskOfThree(kind)
    const { first, second } = test
    const callId = await lookUp(test, first, '13812345678')
    const { challengeId, code } = await codeSent(test, first, callId)
    await test.desk.command(handOverCall, { callId, to: anybody, line: 'ends' }, first)
    await test.desk.command(takeOverCall, { callId }, second)
    await expect(checkCode.run(test.desk, { callId, challengeId, code }, second)).rejects.toMatchObject({ reason: 'code_superseded' })
    expect((await callScreen(test, second)).call.assurance.level).toBe(0)
    const refused = (await entriesOf(test)).filter((entry) => entry.callId === callId && entry.outcome === 'failed')
    expect(refused.map((entry) => entry.what), 'the refusal is on record').toEqual(['command.failed'])
    expect(refused[0]?.text).toContain('code_superseded')
  })

  it('can be taken back, is offered for ten minutes, and is not for who is in a call or offers it', async () => {
    const test = await deskOfThree(kind)
    const { first, second, third } = test
    const callId = await lookUp(test, first, '13812345678')
    const offer = () => test.desk.command(handOverCall, { callId, to: anybody, line: 'open' }, first)
    await offer()
    await expect(test.desk.command(takeOverCall, { callId }, first)).rejects.toMatchObject({ reason: 'call_not_offered' })
    await lookUp(test, third, 'nobody@example.cn')
    await expect(test.desk.command(takeOverCall, { callId }, third)).rejects.toMatchObject({ reason: 'call_unfinished' })
    await test.desk.command(takeBackCall, { callId }, first)
    expect(await offers(test, second)).toEqual([])
    await expect(test.desk.command(takeBackCall, { callId }, first)).rejects.toMatchObject({ reason: 'call_not_offered' })

    await offer()
    test.clock.advance(10 * minute)
    expect(await offers(test, second), 'too old').toEqual([])
    await expect(test.desk.command(takeOverCall, { callId }, second)).rejects.toMatchObject({ reason: 'call_not_offered' })
    await expect(
      test.desk.command(handOverCall, { callId, to: 'nobody-here', line: 'open' }, first),
    ).rejects.toMatchObject({ reason: 'no_colleague' })
  })

  it('has an interpreter as a party of it, who is noted and leaves again', async () => {
    const test = await deskOfThree(kind)
    const callId = await lookUp(test, test.first, '13812345678')
    const present = async () => (await callScreen(test, test.first)).call.interpreter
    expect(await present()).toBe(false)
    await test.desk.command(setInterpreter, { callId, present: true }, test.first)
    expect(await present()).toBe(true)
    await test.desk.command(setInterpreter, { callId, present: false }, test.first)
    expect(await present()).toBe(false)
    const parties = (await entriesOf(test)).filter((entry) => entry.what.startsWith('call.party'))
    expect(parties.map((entry) => entry.what)).toEqual(['call.party_added', 'call.party_removed'])
    expect(parties[0]?.text).toContain('"role":"interpreter"')
  })
})
