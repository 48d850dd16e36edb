import { describe, expect, it } from 'vitest'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { changeRole } from '#usecases/staff/change-role.ts'
import { endDeputy } from '#usecases/staff/end-deputy.ts'
import { listDeputies } from '#usecases/staff/list-deputies.ts'
import { nameDeputy } from '#usecases/staff/name-deputy.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const hour = day / 24

/** The agent is made a supervisor by an administrator, as when somebody has to stand in. */
async function promoted(story: ErasureStory, name: string) {
  const { id } = await story.staffOf('agent', name)
  await story.desk.command(changeRole, { staffId: id, role: 'supervisor' }, await story.as('administrator'))
}

async function approveAs(story: ErasureStory, caseCode: string, role: 'agent' | 'supervisor', name: string) {
  const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
  const { version, planHash } = stored?.request ?? {}
  const input = { caseCode, version, planHash, confirm: caseCode.slice(-5) }
  return story.desk.command(approveRequest, input, await story.as(role, name))
}

const name = async (story: ErasureStory, who: string, by: 'supervisor' | 'administrator' = 'supervisor', lastDay = '') => {
  const { id } = await story.staffOf('agent', who)
  return story.desk.command(nameDeputy, { staffId: id, lastDay }, await story.as(by))
}

describe.each(['sqlite', 'postgresql'] as const)('a deputy, on %s', (kind) => {
  it('named a day before decides as soon as they are a supervisor, which somebody else does not', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await story.as('agent', 'stands-in')
    await story.as('agent', 'newcomer')
    await name(story, 'stands-in')
    story.clock.advance(day)
    await promoted(story, 'stands-in')
    await promoted(story, 'newcomer')
    await expect(approveAs(story, caseCode, 'agent', 'newcomer')).rejects.toMatchObject({ reason: 'newly_decider' })
    expect(await approveAs(story, caseCode, 'agent', 'stands-in')).toMatchObject({ state: 'cooling_off' })
    const named = await story.desk.database.prisma.auditEntry.count({ where: { what: 'staff.deputy_named' } })
    expect(named).toBe(1)
  })

  it('named an hour before waits until a day after that, or whose time as deputy was ended', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await story.as('agent', 'late')
    await story.as('agent', 'ended')
    await name(story, 'late')
    const { deputyId } = await name(story, 'ended')
    story.clock.advance(23 * hour)
    await promoted(story, 'late')
    await promoted(story, 'ended')
    await story.desk.command(endDeputy, { deputyId }, await story.as('supervisor'))
    await expect(approveAs(story, caseCode, 'agent', 'late')).rejects.toMatchObject({ reason: 'newly_decider' })
    story.clock.advance(hour)
    await expect(approveAs(story, caseCode, 'agent', 'ended')).rejects.toMatchObject({ reason: 'newly_decider' })
    expect(await approveAs(story, caseCode, 'agent', 'late')).toMatchObject({ state: 'cooling_off' })
  })

  it('is named by a supervisor or an administrator, never by themselves, not twice, and nobody who could not decide', async () => {
    const story = await openErasureStory(kind)
    await story.as('agent', 'stands-in')
    const { id: supervisorId } = await story.staffOf('supervisor')
    const { id: auditorId } = await story.staffOf('auditor')
    const supervisor = await story.as('supervisor')
    await expect(story.desk.command(nameDeputy, { staffId: supervisorId, lastDay: '' }, supervisor)).rejects.toMatchObject({ reason: 'yourself' })
    await expect(story.desk.command(nameDeputy, { staffId: auditorId, lastDay: '' }, supervisor)).rejects.toMatchObject({ reason: 'not_to_be_deputy' })
    await expect(name(story, 'stands-in', 'supervisor', '2020-01-01')).rejects.toMatchObject({ fields: { lastDay: 'date_past' } })
    await name(story, 'stands-in', 'administrator', '2026-03-31')
    await expect(name(story, 'stands-in')).rejects.toMatchObject({ reason: 'already_deputy' })
    const view = await story.desk.query(listDeputies, {}, supervisor)
    expect(view.deputies).toMatchObject([{ human: 'AG-stands-in', namedBy: 'AD-1', countsFrom: story.clock.now() + day, endsAt: Date.parse('2026-04-01') }])
    expect(view.candidates.map((one) => one.human)).not.toContain('AG-stands-in')
    await expect(story.desk.query(listDeputies, {}, await story.as('agent', 'stands-in'))).rejects.toMatchObject({ code: 'not_allowed' })
    story.clock.advance(31 * day)
    expect((await story.desk.query(listDeputies, {}, await story.as('supervisor'))).deputies).toEqual([])
  })

  it('is who a supervisor is told of that may not decide themselves, with the time from which they can', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    const reviewOn = new Date(story.clock.now() + 30 * day).toISOString().slice(0, 10)
    const alone = await story.as('supervisor')
    await story.desk.command(placeHold, { caseCode, covers: 'systems', systems: ['shop'], basis: 'court', reviewOn }, alone)
    const lock = async () => (await story.desk.query(viewApprovals, { caseCode }, await story.as('supervisor'))).items[0]?.notYours
    expect(await lock()).toEqual({ key: 'took_part', nobody: true })
    await story.as('agent', 'stands-in')
    await name(story, 'stands-in')
    const named = story.clock.now()
    story.clock.advance(day / 2)
    await story.as('agent', 'newcomer')
    await promoted(story, 'newcomer')
    expect(await lock()).toEqual({ key: 'took_part', who: 'AG-newcomer', from: story.clock.now() + day })
    await story.as('agent', 'stands-in')
    await promoted(story, 'stands-in')
    expect(await lock(), 'named half a day before the newcomer was').toEqual({
      key: 'took_part', who: 'AG-stands-in', from: named + day,
    })
    story.clock.advance(day / 2)
    expect(await lock(), 'the newcomer waits on').toMatchObject({ key: 'took_part', who: 'AG-stands-in' })
  })
})
