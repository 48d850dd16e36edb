import { renameSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callBack } from '#usecases/request/call-back.ts'
import { openFromCall } from '#usecases/request/open-from-call.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { foreseePlan } from '#usecases/plan/foresee-plan.ts'
import { callScreen, entriesOf } from '#tests/support/caller-story.ts'
import { day, openErasureStory, type ErasureStory, type Person } from '#tests/support/erasure-story.ts'
import { confirmedBy } from '#tests/support/seen-numbers.ts'
import { shopPolicy } from '#tests/support/shop-system.ts'

const keepsScores = shopPolicy.replace(
  '    service: credit_scoring\n    origin: derived\n    erase: row',
  "    service: credit_scoring\n    origin: derived\n    keep: { basis: credit contract, until: '2027-06-30' }",
)

/** Somebody verified on the line, and what the form of one choice asks for. */
async function asking(story: ErasureStory, person: Person, choiceId: string, level = 2) {
  const subjectId = story.subjects[person]
  const { callId, agent } = await story.callAbout(subjectId, level)
  await story.desk.database.prisma.call.update({ where: { id: callId }, data: { subjectId, found: 'one', foundBy: 'email' } })
  const of = { callId, subjectId, choiceId, idempotencyKey: crypto.randomUUID().replaceAll('-', '') }
  const input = { ...of, told: null, words: '' }
  return { callId, agent, subjectId, of, input, look: () => foreseePlan.run(story.desk, of, agent) }
}

const requests = (story: ErasureStory) => story.desk.database.prisma.request.count()
const systems = (story: ErasureStory) => story.desk.database.prisma.system

/** The file of the shop that lies in SQLite is away. @returns its system, the other one, and what brings it back */
function silenced({ shops }: ErasureStory) {
  const names = ['shop', 'shop_too'] as const
  const at = shops.findIndex((shop) => shop.kind === 'sqlite')
  const file = shops[at]?.place ?? ''
  renameSync(file, `${file}.away`)
  return { silent: names[at], other: names[1 - at], back: () => renameSync(`${file}.away`, file) }
}

async function shown(story: ErasureStory, agent: Awaited<ReturnType<typeof asking>>['agent']) {
  const { person } = await callScreen(story, agent)
  if (person.found !== 'verified') throw new Error('the caller is not verified')
  return person
}

describe.each(['sqlite', 'postgresql'] as const)('what can not be undone is seen in numbers first, on %s', (kind) => {
  it('a void: the rows that go are those that were shown, and the code that was typed is the code of the case', async () => {
    const story = await openErasureStory(kind, { both: true })
    const { input, agent, look } = await asking(story, 'bob', 'void_enrolment:credit_scoring')
    const seen = await look()
    expect(seen.unanswered).toEqual([])
    expect(seen.plan.mark).toMatchObject({ mark: 'none', reason: 'kind_does_not_mark' })
    expect(seen.plan.systems.map(({ system, delete: gone, keep }) => [system, gone, keep])).toEqual([['shop', 1, 0], ['shop_too', 1, 0]])
    const { caseCode } = await submitFromCall.run(story.desk, { ...input, confirmed: confirmedBy(seen) }, agent)
    expect(caseCode).toBe(seen.caseCode)
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    const [certificate] = await story.inStore((store) => store.erasure.certificates(stored?.request.id ?? ''))
    const body = JSON.parse(Buffer.from(certificate?.body ?? []).toString('utf8')) as { systems: { system: string; deleted: number }[] }
    const shownAs = seen.plan.systems.map(({ system, delete: deleted }) => ({ system, deleted }))
    expect(body.systems).toMatchObject(shownAs)
  })

  it('a de-registration: what stays is told with its reason and its day, and is what stays', async () => {
    const story = await openErasureStory(kind, { policy: keepsScores })
    const { input, agent, look } = await asking(story, 'cleo', 'deregistration:credit_scoring')
    const seen = await look()
    expect(seen.plan.totals).toEqual({ found: 2, delete: 1, mask: 0, keep: 1 })
    const until = Date.parse('2027-06-30T00:00:00Z')
    expect(seen.plan.systems[0]?.reasons).toMatchObject([{ key: 'retained', params: { rows: 1, basis: 'credit contract' }, until }])
    const { caseCode } = await submitFromCall.run(story.desk, { ...input, confirmed: confirmedBy(seen) }, agent)
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const [shop] = story.shops
    expect(await shop?.sql('SELECT * FROM score WHERE customer_id = 3')).toHaveLength(seen.plan.totals.keep)
    expect(await shop?.sql('SELECT * FROM score_input WHERE customer_id = 3')).toEqual([])
  })

  it('looking opens nothing, and is on record with the plan that was seen', async () => {
    const story = await openErasureStory(kind)
    const { callId, subjectId, input, agent, look } = await asking(story, 'bob', 'void_enrolment:credit_scoring')
    const seen = await look()
    expect((await look()).caseCode, 'the same form, the same code').toBe(seen.caseCode)
    expect(await requests(story)).toBe(0)
    const looked = (await entriesOf(story)).filter(({ what }) => what === 'plan.viewed')
    expect(looked).toMatchObject([{ callId, outcome: 'ok' }, { callId, outcome: 'ok' }])
    expect(looked[0]?.text).toContain(subjectId)
    expect(looked[0]?.text).toContain(seen.plan.hash)
    expect(looked[0]?.text).not.toContain(seen.caseCode)
    await submitFromCall.run(story.desk, { ...input, confirmed: confirmedBy(seen) }, agent)
    const submitted = (await entriesOf(story)).find(({ what }) => what === 'request.submitted')
    expect(submitted?.text, 'what was confirmed is what was seen').toContain(seen.plan.hash)
  })

  it('nothing is submitted without them, nor by the end of another code', async () => {
    const story = await openErasureStory(kind)
    const { input, agent, look } = await asking(story, 'bob', 'void_enrolment:credit_scoring')
    const seen = await look()
    const misheard = { ...confirmedBy(seen), confirm: 'AAAAA' }
    await expect(submitFromCall.run(story.desk, { ...input, confirmed: misheard }, agent)).rejects.toMatchObject({
      fields: { confirm: 'confirm_code' },
    })
    expect(await requests(story)).toBe(0)
    await expect(submitFromCall.run(story.desk, input, agent)).rejects.toMatchObject({ reason: 'numbers_first' })
    expect(await story.inStore((store) => store.consents.events(story.subjects.bob))).toHaveLength(1)
  })

  it('they are for the agent of the call, of a verified caller, and of what nobody decides on afterwards', async () => {
    const story = await openErasureStory(kind)
    const early = await asking(story, 'bob', 'void_enrolment:credit_scoring', 1)
    await expect(early.look()).rejects.toMatchObject({ reason: 'level_too_low' })
    const { of, agent } = await asking(story, 'ann', 'deregistration:credit_scoring')
    const other = await story.as('agent', 'other')
    await expect(foreseePlan.run(story.desk, of, other)).rejects.toMatchObject({ reason: 'not_your_call' })
    const bob = { ...of, subjectId: story.subjects.bob }
    await expect(foreseePlan.run(story.desk, bob, agent), 'who is not on the line').rejects.toMatchObject({ reason: 'level_too_low' })
    for (const choiceId of ['deletion:credit_scoring', 'consent_withdrawal:credit_scoring']) {
      await expect(foreseePlan.run(story.desk, { ...of, choiceId }, agent)).rejects.toMatchObject({ code: 'invalid_input' })
    }
    const denied = (await entriesOf(story)).filter(({ what }) => what === 'query.denied')
    expect(denied.map(({ text }) => text).join()).toContain('level_too_low')
    expect(denied).toHaveLength(3)
  })

  it('a plan that is another one by now is not submitted: it is taken down, looked at again, and goes on', async () => {
    const story = await openErasureStory(kind)
    const { callId, input, agent, look } = await asking(story, 'cleo', 'deregistration:credit_scoring')
    const seen = await look()
    await systems(story).update({ where: { name: 'shop' }, data: { policy: keepsScores } })
    const old = { ...input, confirmed: confirmedBy(seen) }
    await expect(submitFromCall.run(story.desk, old, agent)).rejects.toMatchObject({ reason: 'plan_differs' })
    const { caseCode } = seen
    expect(await story.stateOf(caseCode)).toBe('open')
    const { submitted, waiting } = await shown(story, agent)
    expect(submitted).toEqual([])
    expect(waiting).toMatchObject([{ caseCode, why: 'taken_down', numbersFirst: true, mustTell: false }])
    const again = await foreseePlan.run(story.desk, { callId, caseCode }, agent)
    expect(again.plan.totals.keep).toBe(1)
    const answer = { ...(await story.onCase(caseCode)), callId, told: null, confirmed: confirmedBy(again) }
    expect(await callBack.run(story.desk, answer, agent)).toEqual({ submitted: true })
    expect(await story.stateOf(caseCode)).toBe('executing')
  })

  it('a system that gives no answer is named, the others are counted, and what was asked for keeps its date', async () => {
    const story = await openErasureStory(kind, { both: true })
    const { callId, input, agent, look } = await asking(story, 'bob', 'void_enrolment:credit_scoring')
    const { silent, other, back } = silenced(story)
    const seen = await look()
    expect(seen.unanswered).toEqual([silent])
    expect(seen.plan.systems.map(({ system, delete: gone }) => [system, gone])).toEqual([[other, 1]])
    const { caseCode } = await story.desk.command(openFromCall, input, agent)
    expect(caseCode).toBe(seen.caseCode)
    const [waits] = (await shown(story, agent)).waiting
    expect(waits).toMatchObject({ caseCode, why: 'taken_down', numbersFirst: true })
    await story.work(60_000)
    expect(await story.stateOf(caseCode), 'nothing begins by itself').toBe('open')
    const partly = { ...(await story.onCase(caseCode)), callId, told: null, confirmed: confirmedBy(seen) }
    await expect(callBack.run(story.desk, partly, agent)).rejects.toMatchObject({ code: 'unavailable' })

    back()
    const whole = await foreseePlan.run(story.desk, { callId, caseCode }, agent)
    expect(whole.unanswered).toEqual([])
    const ofAPart = callBack.run(story.desk, partly, agent)
    await expect(ofAPart, 'a part is not the whole').rejects.toMatchObject({ reason: 'plan_differs' })
    const ofAll = { ...partly, confirmed: confirmedBy(whole) }
    expect(await callBack.run(story.desk, ofAll, agent)).toEqual({ submitted: true })
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request).toMatchObject({ state: 'executing', receivedAt: story.clock.now() - 60_000 })
  })
})
