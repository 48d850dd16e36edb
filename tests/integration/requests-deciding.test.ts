import { describe, expect, it } from 'vitest'
import { answerRequest } from '#usecases/request/answer-request.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { cancelRequest } from '#usecases/request/cancel-request.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { returnRequest } from '#usecases/request/return-request.ts'
import { liftHold } from '#usecases/hold/lift-hold.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { openCase } from '#usecases/case/open-case.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { waitingCounts } from '#usecases/session/waiting-counts.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

/** What a supervisor's form sends about a case as it stands. */
async function shown(story: ErasureStory, caseCode: string) {
  const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
  if (stored === null) throw new Error('no such case')
  return { caseCode, version: stored.request.version, planHash: stored.request.planHash, confirm: caseCode.slice(-5) }
}

const inDays = (story: ErasureStory, days: number) =>
  new Date(story.clock.now() + days * day).toISOString().slice(0, 10)

describe.each(['sqlite', 'postgresql'] as const)('deciding a request, on %s', (kind) => {
  it('approves once what two tabs were shown, and tells the second tab', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const supervisor = await story.as('supervisor')
    const form = await shown(story, caseCode)
    expect(await story.desk.command(approveRequest, form, supervisor)).toMatchObject({ state: 'cooling_off' })
    await expect(story.desk.command(approveRequest, form, supervisor)).rejects.toMatchObject({ code: 'conflict', reason: 'stale' })
    expect(await story.desk.database.prisma.approval.count()).toBe(1)
  })

  it('is counted for whoever decides, wherever they are, and no longer once it is decided', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const waits = async (role: 'agent' | 'supervisor' | 'auditor') => story.desk.query(waitingCounts, {}, await story.as(role))
    expect(await waits('supervisor')).toEqual({ approvals: 1, checks: 0 })
    expect(await waits('auditor')).toEqual({})
    await story.desk.command(approveRequest, await shown(story, caseCode), await story.as('supervisor'))
    expect(await waits('supervisor')).toEqual({ approvals: 0, checks: 0 })
  })

  it('lets one of two simultaneous decisions through', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const form = await shown(story, caseCode)
    const [one, two] = [await story.as('supervisor', '1'), await story.as('supervisor', '2')]
    const ended = await Promise.allSettled([
      story.desk.command(approveRequest, form, one),
      story.desk.command(approveRequest, form, two),
    ])
    expect(ended.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await story.desk.database.prisma.approval.count()).toBe(1)
  })

  it('wants the end of the case code typed, and the hash of the plan as it is now', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const supervisor = await story.as('supervisor')
    const form = await shown(story, caseCode)
    await expect(story.desk.command(approveRequest, { ...form, confirm: 'WRONG' }, supervisor)).rejects.toMatchObject({ fields: { confirm: 'confirm_code' } })
    await expect(story.desk.command(approveRequest, { ...form, planHash: 'f'.repeat(64) }, supervisor)).rejects.toMatchObject({ reason: 'plan_differs' })
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
  })

  it('refuses whoever took part: by the domain, and by the database when the domain is gone round', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await story.ask('deletion:credit_scoring', 'ann')
    const supervisor = await story.as('supervisor')
    const { humanRef } = await story.staffOf('supervisor')
    await story.desk.command(placeHold, { caseCode, covers: 'service', basis: 'court order', reviewOn: inDays(story, 100) }, supervisor)
    const [hold] = (await story.desk.query(viewCase, { caseCode }, supervisor)).holds
    await story.desk.command(liftHold, { caseCode, holdRef: hold?.holdRef, reason: 'settled' }, supervisor)
    const form = await shown(story, caseCode)
    await expect(story.desk.command(approveRequest, form, supervisor)).rejects.toMatchObject({ code: 'not_allowed' })
    const insert = story.desk.database.prisma.approval.create({
      data: { id: crypto.randomUUID(), requestId: id, humanRef, planHash: null, at: new Date(story.clock.now()) },
    })
    await expect(insert).rejects.toMatchObject({ reason: 'separation_of_duties' })
    const denied = await story.desk.database.prisma.auditEntry.findMany({ where: { what: 'command.denied', caseCode } })
    expect(denied).toHaveLength(1)
  })

  it('keeps a new supervisor from deciding for a day', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const supervisor = await story.as('supervisor', 'new')
    const { id } = await story.staffOf('supervisor', 'new')
    const from = new Date(story.clock.now() + day)
    await story.desk.database.prisma.staff.update({ where: { id }, data: { mayDecideFrom: from } })
    await expect(story.desk.command(approveRequest, await shown(story, caseCode), supervisor)).rejects.toMatchObject({ reason: 'newly_decider' })
    story.clock.advance(day)
    expect(await story.desk.command(approveRequest, await shown(story, caseCode), await story.as('supervisor', 'new'))).toMatchObject({ state: 'cooling_off' })
  })

  it('returns to a named agent, takes the answer, and goes on', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const { id: toStaffId } = await story.staffOf('agent')
    const supervisor = await story.as('supervisor')
    await story.desk.command(returnRequest, { ...(await shown(story, caseCode)), toStaffId, question: 'Which of the two accounts?' }, supervisor)
    expect(await story.stateOf(caseCode)).toBe('returned')
    const other = await story.as('agent', 'other')
    const answer = { ...(await shown(story, caseCode)), answer: 'The one with the phone.' }
    await expect(story.desk.command(answerRequest, answer, other)).rejects.toMatchObject({ reason: 'not_returned_to_you' })
    const agent = await story.as('agent')
    const view = await story.desk.query(viewCase, { caseCode }, agent)
    expect(view.returned).toMatchObject({ question: 'Which of the two accounts?' })
    await story.desk.command(answerRequest, answer, agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
  })

  it('rejects with a code, a ground and the remedies', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const supervisor = await story.as('supervisor')
    const input = { ...(await shown(story, caseCode)), code: 'not_the_subject', ground: 'not_the_subject', text: 'The data is her sister’s.' }
    expect(await story.desk.command(rejectRequest, input, supervisor)).toMatchObject({ state: 'rejected' })
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request.rejection?.remedies).toContain('complain_to_authority')
  })

  it('cancels for the verified person in a call, and for nobody else', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await story.approve(caseCode)
    const agent = await story.as('agent')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    const { version } = await shown(story, caseCode)
    await expect(story.desk.command(cancelRequest, { caseCode, version, callId: null }, agent)).rejects.toMatchObject({ reason: 'call_needed' })
    const other = await story.as('agent', 'other')
    const callId = stored?.origin.callId ?? ''
    await expect(story.desk.command(cancelRequest, { caseCode, version, callId }, other)).rejects.toMatchObject({ reason: 'not_your_call' })
    expect(await story.desk.command(cancelRequest, { caseCode, version, callId }, agent)).toMatchObject({ state: 'cancelled' })
  })

  it('waits under a hold, and goes on when it is lifted', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    const second = await story.as('supervisor', '2')
    await story.desk.command(placeHold, { caseCode, covers: 'everything', basis: 'Litigation 2018', reviewOn: inDays(story, 100) }, second)
    await story.work(8 * day)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    const [hold] = (await story.desk.query(viewCase, { caseCode }, await story.as('supervisor', '2'))).holds
    await story.desk.command(liftHold, { caseCode, holdRef: hold?.holdRef, reason: 'settled' }, await story.as('supervisor', '2'))
    await story.work(8 * day)
    await story.work(2 * day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('keeps what was typed about a hold and a rejection for who opens the case, and out of the log', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const typed = { basis: '=1+1 北京市海淀区人民法院, 2018-114', reason: 'Settled out of court', text: 'See letter of 3 January' }
    const first = await story.as('supervisor', '2')
    await story.desk.command(placeHold, { caseCode, covers: 'service', basis: typed.basis, reviewOn: inDays(story, 100) }, first)
    const look = async (name: string) => story.desk.query(viewCase, { caseCode }, await story.as('supervisor', name))
    expect((await look('2')).holds).toMatchObject([{ basis: 'other', typed: null }])
    await story.desk.query(openCase, { caseCode }, first)
    const [hold] = (await look('2')).holds
    expect(hold?.typed).toBe(typed.basis)
    await story.desk.command(liftHold, { caseCode, holdRef: hold?.holdRef, reason: typed.reason }, first)
    const { version } = await shown(story, caseCode)
    const rejection = { caseCode, version, code: 'other', ground: 'gdpr_17_3', text: typed.text }
    await story.desk.command(rejectRequest, rejection, await story.as('supervisor', '3'))
    expect(await look('2')).toMatchObject({ lifted: [{ reason: typed.reason }], rejection: { text: typed.text } })
    expect(await look('4')).toMatchObject({ lifted: [], rejection: { text: '' } })
    const entries = await story.desk.database.prisma.auditEntry.findMany({ where: { caseCode } })
    const log = entries.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
    for (const words of Object.values(typed)) expect(log).not.toContain(words)
  })

  it('brings an objection that was heard before another supervisor, and the deletion does not wait for it', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await story.ask('deletion:credit_scoring', 'ann', 'objects')
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const objection = await story.desk.database.prisma.request.findFirst({ where: { kind: 'objection' } })
    expect(objection?.state).toBe('awaiting_approval')
    expect(objection?.body).toContain(id)
  })

  it('shows the queue by decide-by, names who can decide, and words and consents only after an opening', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const supervisor = await story.as('supervisor')
    const before = await story.desk.query(viewApprovals, { caseCode }, supervisor)
    expect(before.items.map((item) => item.caseCode)).toEqual([caseCode])
    expect(before.opened).toMatchObject({ words: null, wordsLocked: true, histories: [] })
    expect(before.opened?.plan?.systems.map((system) => system.system)).toContain('shop')
    await expect(story.desk.query(openCase, { caseCode }, { ...supervisor, via: 'get' } as typeof supervisor)).rejects.toMatchObject({ reason: 'asked_without_purpose' })
    await story.desk.query(openCase, { caseCode }, supervisor)
    expect((await story.logOf(caseCode)).at(-1)).toBe('case.viewed')
    const { opened } = await story.desk.query(viewApprovals, { caseCode }, supervisor)
    expect(opened?.histories.map(({ notices }) => notices.map(({ version }) => version))).toEqual([['3.2']])
    expect(opened?.histories[0]?.lanes.flatMap(({ events }) => events)[0]).toMatchObject({ state: 'ConsentGiven', defects: [] })
  })

  it('keeps an agent out of somebody else’s case', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await expect(story.desk.query(viewCase, { caseCode }, await story.as('agent', 'other'))).rejects.toMatchObject({ reason: 'not_your_case' })
  })
})
