import { mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { scriptLocales } from '#domain/script/script.ts'
import { listJobs } from '#usecases/job/list-jobs.ts'
import { listKeys } from '#usecases/key/list-keys.ts'
import { setLawMark } from '#usecases/law/set-law-mark.ts'
import { viewLaws } from '#usecases/law/view-laws.ts'
import { whatIf } from '#usecases/law/what-if.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { listScripts } from '#usecases/script/list-scripts.ts'
import { listSettings } from '#usecases/setting/list-settings.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { viewSetUp } from '#usecases/setup/view-setup.ts'
import { jobHandlers } from '#server/jobs/handlers.ts'
import { runNextJob } from '#server/jobs/run-job.ts'
import { upkeep } from '#server/jobs/upkeep.ts'
import { keyAges, publicKeySha256 } from '#server/keys/key-ages.ts'
import { createKeyFiles, openKeyFiles } from '#server/keys/key-files.ts'
import { openTestDesk } from '../support/desk.ts'
import { chen, creditService, onFile, verifiedCall } from '../support/caller-story.ts'

const hour = 3_600_000

describe.each(['sqlite', 'postgresql'] as const)('what if, on %s', (kind) => {
  it('reckons a request that nobody made, line by line, and writes nothing', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const asked = { jurisdiction: 'cn', kind: 'deletion', scope: 'account', receivedOn: '2026-01-05' }
    const before = await test.desk.database.prisma.auditEntry.count()
    const answer = await test.desk.query(whatIf, asked, administrator)
    // 15 working days in China's calendar come before the 30 days of the general rule.
    expect(answer).toMatchObject({ jurisdiction: 'CN', zone: 'Asia/Shanghai', dueOn: '2026-01-26', mark: 'yes', acknowledge: [] })
    expect(answer.clocks.map((clock) => [clock.row, clock.dueOn])).toEqual([
      ['cn.account', '2026-01-26'], ['cn.pipl', '2026-02-04'],
    ])
    expect(answer.clocks[0]?.lines.map((line) => line.key)).toEqual(['received', 'answer', 'due'])
    // Seven days to change one's mind, and a day to ask again.
    expect(answer.decideBy).toBe(Date.parse('2026-01-26T15:59:59.999Z') - 8 * 24 * hour)
    expect(await test.desk.database.prisma.auditEntry.count()).toBe(before)
  })

  it('says how far an answer may be extended, what is to be confirmed, and what the law says of a mark', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const ask = (input: object) => test.desk.query(whatIf, { scope: 'service', ...input }, administrator)
    const california = await ask({ jurisdiction: 'US-CA', kind: 'deletion', receivedOn: '2026-03-02' })
    expect(california).toMatchObject({ dueOn: '2026-04-16', mark: 'no' })
    expect(california.acknowledge.map((clock) => clock.dueOn)).toEqual(['2026-03-16'])
    expect(new Set(california.extensions.map((one) => one.dueOn))).toEqual(new Set(['2026-05-31']))
    const germany = await ask({ jurisdiction: 'DE', kind: 'access', receivedOn: '2026-01-31' })
    expect(germany).toMatchObject({ mark: 'undecided' })
    // A Saturday rolls to the Monday after it.
    expect(germany.clocks[0]?.lines.map((line) => line.key)).toContain('rolled')
    const nowhere = ask({ jurisdiction: 'QQ', kind: 'access', receivedOn: '2026-01-31' })
    await expect(nowhere).rejects.toMatchObject({ fields: { jurisdiction: 'choose' } })
    const never = ask({ jurisdiction: 'DE', kind: 'access', receivedOn: '2026-02-31' })
    await expect(never).rejects.toMatchObject({ fields: { receivedOn: 'date' } })
  })

  it('shows a decision of counsel in every row that it touches', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    await test.desk.command(setLawMark, { jurisdiction: 'BR', mark: 'no' }, administrator)
    const { rows, marks } = await test.desk.query(viewLaws, {}, administrator)
    expect(rows.find((row) => row.id === 'br.lgpd')).toMatchObject({ mark: 'no', answer: { amount: 15, unit: 'day' } })
    expect(marks.find((mark) => mark.jurisdiction === 'BR')).toMatchObject({ mark: 'no', changed: { at: test.clock.now() } })
  })
})

describe.each(['sqlite', 'postgresql'] as const)('the worker’s jobs, on %s', (kind) => {
  it('are counted by kind and state, with the fault of what was given up and the worker’s last sign of life', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const look = () => test.desk.query(listJobs, {}, administrator)
    const nothing = { workerSeenAt: null, workerLate: true, oldestDueAt: null, kinds: [], gaveUp: [] }
    expect(await look()).toMatchObject(nothing)

    const after = (hours: number) => new Date(test.clock.now() + hours * hour)
    const job = (id: string, of: object) => ({
      id: crypto.randomUUID(), kind: 'erasure.settle', key: id, payload: '{}', state: 'ready', attempts: 0,
      runAt: after(-1), giveUpAt: after(72), createdAt: after(0),
      ...of,
    })
    await test.desk.database.prisma.job.createMany({
      data: [
        job('a', {}),
        job('b', { runAt: after(1) }),
        job('c', { runAt: after(1), fault: 'unavailable.system_slow', attempts: 3 }),
        job('d', { state: 'running', leaseUntil: after(1), attempts: 1 }),
        job('e', { state: 'done', endedAt: after(-1) }),
        job('f', { state: 'done', endedAt: after(-25) }),
        job('g', { kind: 'weather.ask', runAt: after(-2) }),
      ],
    })
    expect((await look()).oldestDueAt).toBe(test.clock.now() - 2 * hour)
    // Nobody knows this kind: it comes before a person, with its reason.
    await runNextJob(test.desk, jobHandlers, 'test')
    await upkeep(test.desk)
    const view = await look()
    expect(view.kinds).toEqual([
      { kind: 'erasure.settle', queued: 1, later: 1, running: 1, retrying: 1, gaveUp: 0, done: 1 },
      { kind: 'weather.ask', queued: 0, later: 0, running: 0, retrying: 0, gaveUp: 1, done: 0 },
    ])
    const at = test.clock.now()
    expect(view.gaveUp).toMatchObject([{ kind: 'weather.ask', fault: 'unknown_kind', attempts: 1, endedAt: at }])
    expect(view).toMatchObject({ workerSeenAt: at, workerLate: false, oldestDueAt: at - hour })
    test.clock.advance(2 * 60_000)
    expect((await look()).workerLate).toBe(true)
    const setUp = await test.desk.query(viewSetUp, {}, administrator)
    expect(setUp.checks.find((check) => check.name === 'jobs')).toMatchObject({ ok: false, href: '/settings/jobs' })
  })
})

describe.each(['sqlite', 'postgresql'] as const)('keys, scripts and settings, on %s', (kind) => {
  it('tell what hangs on each key', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await onFile(test, chen)
    const keys = [...keyAges(test.desk.config.keysDirectory), { kind: 'registry', generation: 2, since: 0 }]
    const view = await test.desk.query(listKeys, { keys, logKeySha256: 'ab' }, await test.as('administrator'))
    const told = view.keys.map((key) => [key.kind, key.generation, key.protects, key.current])
    expect(told).toEqual([
      ['master', 1, 1, true], ['registry', 1, 0, false], ['log', null, 0, true], ['derivation', null, null, true],
      ['registry', 2, 0, true],
    ])
  })

  it('tell by which version people were told', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await onFile(test, chen)
    const agent = await test.as('agent')
    const { callId, subjectId } = await verifiedCall(test, agent)
    const told = { result: 'understood', scriptId: 'deletion_account', scriptVersion: 'v1', locale: 'zh-CN', inWriting: false }
    const choice = { choiceId: 'deletion:account', words: '', idempotencyKey: 'f'.repeat(32) }
    await submitFromCall.run(test.desk, { callId, subjectId, told, ...choice }, agent)
    const administrator = await test.as('administrator')
    const view = await test.desk.query(listScripts, { reader: 'en-GB' }, administrator)
    expect(view.locale).toBe('zh-CN')
    expect(view.languages).toEqual([...scriptLocales])
    expect(view.told).toEqual([{
      scriptId: 'deletion_account', version: 'v1', locale: 'zh-CN', count: 1, lastAt: test.clock.now(), inForce: true,
    }])
    expect(view.scripts.every((script) => script.lines.every((line) => line.beside !== null))).toBe(true)
    const own = await test.desk.query(listScripts, { reader: 'en-GB', language: 'en' }, administrator)
    expect(own.scripts.flatMap((script) => script.lines).every((line) => line.beside === null)).toBe(true)
  })

  it('tell who changed a setting when, from what to what, every time', async () => {
    const test = await openTestDesk(kind)
    await test.desk.command(setSetting, { key: 'cooling_off_days', value: '5' }, await test.as('administrator'))
    test.clock.advance(hour)
    await test.desk.command(setSetting, { key: 'cooling_off_days', value: '3' }, await test.as('administrator', '2'))
    await test.desk.command(setSetting, { key: 'home_country', value: 'CA' }, { kind: 'operator' })
    const { settings } = await test.desk.query(listSettings, {}, await test.as('administrator'))
    const of = (key: string) => settings.find((setting) => setting.key === key)?.history
    const at = test.clock.now()
    expect(of('cooling_off_days')).toEqual([
      { at, by: (await test.staffOf('administrator', '2')).humanRef, from: '5', to: '3' },
      { at: at - hour, by: (await test.staffOf('administrator')).humanRef, from: '7', to: '5' },
    ])
    expect(of('home_country')).toEqual([{ at, by: 'operator', from: 'cn', to: 'ca' }])
    expect(of('park_tries')).toEqual([])
  })
})

describe('the ages of keys', () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'rightsdesk-keys-')), 'keys')
  afterAll(() => rmSync(join(directory, '..'), { recursive: true, force: true }))

  it('are those of their files; nothing of a secret key is in what is told', () => {
    createKeyFiles(directory)
    utimesSync(join(directory, 'registry-1.key'), 1_515_000_000, 1_515_000_000)
    const ages = keyAges(directory)
    expect(ages.map(({ kind, generation }) => [kind, generation])).toEqual([
      ['master', 1], ['registry', 1], ['log', null], ['derivation', null],
    ])
    expect(ages[1]?.since).toBe(1_515_000_000_000)
    const told = JSON.stringify([ages, publicKeySha256(openKeyFiles(directory).logSigner())])
    expect(told).toMatch(/"[0-9a-f]{64}"/)
    for (const name of ['master-1.key', 'registry-1.key', 'derivation.key']) {
      const secret = readFileSync(join(directory, name))
      expect(told).not.toContain(secret.toString('hex'))
      expect(told).not.toContain(secret.toString('base64'))
    }
  })
})
