import { describe, expect, it } from 'vitest'
import { endPresence, keepPresence, presenceLeaseMs } from '#server/db/presence.ts'
import { settingMs, settingsFrom } from '#domain/settings/settings.ts'
import { upkeep } from '#server/jobs/upkeep.ts'
import { openCase } from '#usecases/case/open-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { viewPulse } from '#usecases/case/view-pulse.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import type { Principal } from '#usecases/actor.ts'
import { openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const minute = 60_000

/** One question of a case's page, as its route answers it: the pulse, and the tab's lease. */
async function ask(story: ErasureStory, caseCode: string, reader: Principal, tab: string) {
  const { pulse, presence } = await story.desk.query(viewPulse, { caseCode, tab }, reader)
  if (presence !== null) await keepPresence(story.desk.database.raw, { ...presence, tab }, story.clock.now())
  return { ...pulse, presence }
}

const rows = (story: ErasureStory) => story.desk.database.prisma.casePresence.count()

describe.each(['sqlite', 'postgresql'] as const)('two people on the same case, on %s', (kind) => {
  it('see each other by personnel number and since when, and a second tab of one’s own is told apart', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const [one, two] = [await story.as('supervisor', '1'), await story.as('supervisor', '2')]
    const { humanRef } = await story.staffOf('supervisor', '1')
    const [tab, otherTab, secondTab] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    const since = story.clock.now()
    expect((await ask(story, caseCode, one, tab)).here).toEqual([])
    story.clock.advance(minute)
    expect((await ask(story, caseCode, two, otherTab)).here).toEqual([{ who: humanRef, since }])
    expect((await ask(story, caseCode, one, secondTab)).here).toEqual([
      { who: null, since }, { who: 'SU-2', since: since + minute },
    ])
    expect((await ask(story, caseCode, two, otherTab)).here, 'one line for each human').toEqual([{ who: humanRef, since }])
  })

  it('are there no longer when the tab was closed, or when nothing was heard of it for a minute and a half', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const [one, two] = [await story.as('supervisor', '1'), await story.as('supervisor', '2')]
    const [tab, otherTab] = [crypto.randomUUID(), crypto.randomUUID()]
    const { presence } = await ask(story, caseCode, one, tab)
    expect((await ask(story, caseCode, two, otherTab)).here).toHaveLength(1)
    if (presence === null) throw new Error('a supervisor is seen')
    const { raw } = story.desk.database
    await endPresence(raw, { ...presence, tab, staffId: 'somebody else' })
    expect(await rows(story), 'nobody ends another’s').toBe(2)
    await endPresence(raw, { ...presence, tab })
    expect((await ask(story, caseCode, two, otherTab)).here).toEqual([])

    await ask(story, caseCode, one, tab)
    story.clock.advance(presenceLeaseMs + 1)
    expect((await ask(story, caseCode, two, otherTab)).here).toEqual([])
    await upkeep(story.desk)
    expect(await rows(story), 'leases that ran out are swept away').toBe(1)
    const back = story.clock.now()
    await ask(story, caseCode, one, tab)
    expect((await ask(story, caseCode, two, otherTab)).here, 'who comes back comes anew').toEqual([{ who: 'SU-1', since: back }])
  })

  it('are not told of an auditor, and whoever may not see the case sees nobody', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const supervisor = await story.as('supervisor')
    await ask(story, caseCode, supervisor, crypto.randomUUID())
    const seen = await ask(story, caseCode, await story.as('auditor'), crypto.randomUUID())
    expect(seen.here).toHaveLength(1)
    expect(seen.presence).toBeNull()
    expect((await ask(story, caseCode, await story.as('agent'), crypto.randomUUID())).here, 'their own case').toHaveLength(1)
    const stranger = ask(story, caseCode, await story.as('agent', 'stranger'), crypto.randomUUID())
    await expect(stranger).rejects.toMatchObject({ code: 'not_allowed', reason: 'not_your_case' })
  })

  it('leave no entry and no word of the person', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const supervisor = await story.as('supervisor')
    const before = await story.desk.database.prisma.auditEntry.count()
    await ask(story, caseCode, supervisor, crypto.randomUUID())
    await ask(story, caseCode, supervisor, crypto.randomUUID())
    expect(await story.desk.database.prisma.auditEntry.count()).toBe(before)
    const kept = JSON.stringify(await story.desk.database.prisma.casePresence.findMany())
    expect(kept).not.toContain(story.subjects.ann)
  })
})

describe.each(['sqlite', 'postgresql'] as const)('what a case’s page asks every few seconds, on %s', (kind) => {
  it('changes with every entry of the case and with nothing else', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const supervisor = await story.as('supervisor', 'watcher')
    const tab = crypto.randomUUID()
    const { stamp } = await story.desk.query(viewCase, { caseCode }, supervisor)
    expect((await ask(story, caseCode, supervisor, tab)).stamp).toBe(stamp)
    expect((await ask(story, caseCode, supervisor, tab)).stamp).toBe(stamp)
    await story.ask('deregistration:credit_scoring', 'bob')
    expect((await ask(story, caseCode, supervisor, tab)).stamp, 'another case').toBe(stamp)
    await story.approve(caseCode)
    expect((await ask(story, caseCode, supervisor, tab)).stamp).not.toBe(stamp)
  })

  it('says which version is decided on: looking at the case leaves it, a decision changes it', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const reader = await story.as('supervisor', 'watcher')
    const tab = crypto.randomUUID()
    const { opened } = await story.desk.query(viewApprovals, { caseCode }, reader)
    await story.desk.query(openCase, { caseCode }, await story.as('supervisor', 'other'))
    expect((await ask(story, caseCode, reader, tab)).version).toBe(opened?.version)
    await story.approve(caseCode)
    expect((await ask(story, caseCode, reader, tab)).version).toBeGreaterThan(opened?.version ?? 0)
  })

  it('keeps no session alive: one that is left alone ends, although its page goes on asking', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const supervisor = await story.as('supervisor', 'watcher')
    if (supervisor.kind !== 'session') throw new Error('a supervisor has a session')
    const own = { where: { id: supervisor.sessionId } }
    const seen = async () => (await story.desk.database.prisma.staffSession.findUniqueOrThrow(own)).lastSeenAt
    const [pulse, before, tab] = [{ ...supervisor, via: 'pulse' } as const, await seen(), crypto.randomUUID()]
    story.clock.advance(5 * minute)
    await ask(story, caseCode, pulse, tab)
    expect(await seen(), 'nobody was there').toEqual(before)
    await story.desk.query(viewCase, { caseCode }, { ...supervisor, via: 'get' })
    const touched = await seen()
    expect(touched.getTime(), 'somebody was').toBe(story.clock.now())

    const idle = settingMs(settingsFrom([]), 'session_idle_minutes')
    story.clock.advance(idle - minute)
    await ask(story, caseCode, pulse, tab)
    story.clock.advance(minute)
    await expect(ask(story, caseCode, pulse, tab)).rejects.toMatchObject({ reason: 'sign_in_needed' })
    expect(await seen()).toEqual(touched)
  })

  it('the progress counts the planned rows of each system, and in the end as many gone', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    const day = 86_400_000
    await story.work(7 * day)
    const { systems } = await story.desk.query(viewCase, { caseCode }, await story.as('supervisor'))
    const shop = systems.find(({ system }) => system === 'shop')
    expect(shop?.planned).toBeGreaterThan(0)
    expect((shop?.gone ?? 0) + (shop?.masked ?? 0)).toBe(shop?.planned)
  })
})
