import { beforeAll, describe, expect, test } from 'vitest'
import { leafHash } from '#domain/audit/entry.ts'
import { sealOnce } from '#server/sealer/seal-once.ts'
import { addClient } from '#usecases/client/add-client.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { listLog } from '#usecases/log/list-log.ts'
import { viewCaseLog } from '#usecases/log/view-case-log.ts'
import { viewEntry } from '#usecases/log/view-entry.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import type { LogView } from '#usecases/views/log.ts'
import { chen, creditService, lookUp, onFile, verifiedCall } from '#tests/support/caller-story.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'

const day = 86_400_000
const operator = { kind: 'operator' } as const

describe.each(['sqlite', 'postgresql'] as const)('the log as the auditor reads it, on %s', (kind) => {
  let story: TestDesk
  let caseCode: string
  const list = async (filter: object = {}): Promise<LogView> => story.desk.query(listLog, filter, await story.as('auditor'))

  beforeAll(async () => {
    story = await openTestDesk(kind)
    const { desk, clock } = story
    await creditService(story)
    await onFile(story, chen)
    const agent = await story.as('agent')
    const { callId, subjectId } = await verifiedCall(story, agent)
    const submitted = await submitFromCall.run(desk, {
      callId, subjectId, choiceId: 'deletion:account', words: '', idempotencyKey: 'b'.repeat(32),
      told: { result: 'understood', scriptVersion: '1', locale: 'zh-CN', inWriting: false },
    }, agent)
    caseCode = submitted.caseCode
    await desk.command(wrapUpCall, { callId, outcome: 'request_opened', note: '', callBackAt: null }, agent)
    // Two days later: 120 entries of the operator's, a denial, a failure, a look-up without a match.
    clock.advance(2 * day)
    for (let n = 0; n < 120; n += 1) {
      clock.advance(1_000)
      await desk.command(setSetting, { key: 'cooling_off_days', value: String(n % 10) }, operator)
    }
    await expect(desk.command(addClient, { name: 'x', scopes: ['gate'] }, await story.as('agent'))).rejects.toThrow()
    await desk.command(addClient, { name: 'shop', scopes: ['gate'] }, operator)
    await expect(desk.command(addClient, { name: 'shop', scopes: ['gate'] }, operator)).rejects.toThrow()
    await lookUp(story, await story.as('agent'), '13800138000')
    await sealOnce(desk.database)
  })

  test('pages from the newest to the oldest and back, each entry once', async () => {
    const pages = [await list()]
    for (let next = pages[0]?.older ?? null; next !== null; next = pages.at(-1)?.older ?? null) {
      pages.push(await list({ cursor: next }))
    }
    const ids = pages.flatMap((page) => page.rows.map(({ entryId }) => entryId))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(pages[0]?.summary.entries)
    const times = pages.flatMap((page) => page.rows.map(({ at }) => at))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(pages[0]?.newer).toBeNull()

    const back = [pages.at(-1) as LogView]
    for (let next = back[0]?.newer ?? null; next !== null; next = back.at(-1)?.newer ?? null) {
      back.push(await list({ cursor: next }))
    }
    expect(back.toReversed().flatMap((page) => page.rows.map(({ entryId }) => entryId))).toEqual(ids)
  })

  test('filters by day, kind, outcome, who and case; dates are whole days in UTC', async () => {
    const first = await list({ from: '2018-01-08', to: '2018-01-08' })
    expect(first.rows.every(({ at }) => new Date(at).toISOString().startsWith('2018-01-08'))).toBe(true)
    expect((await list({ from: '2018-01-09', to: '2018-01-09' })).rows).toEqual([])
    expect((await list({ what: 'setting.changed' })).rows.every(({ what }) => what === 'setting.changed')).toBe(true)
    expect((await list({ outcome: 'denied' })).rows.map(({ what, actor }) => [what, actor.label])).toContainEqual(['command.denied', 'AG-1'])
    expect((await list({ outcome: 'failed' })).rows.map(({ params }) => params['reason'])).toContain('client_name_taken')
    const byAgent = await list({ actor: 'staff:AG-1' })
    expect(byAgent.rows.length).toBeGreaterThan(4)
    expect(byAgent.rows.every(({ actor }) => actor.label === 'AG-1' && actor.role === 'agent')).toBe(true)
    expect((await list({ actor: 'staff:nobody-of-this-name' })).rows).toEqual([])
    const spoken = `${caseCode.slice(0, 4)} ${caseCode.slice(4, 8).toLowerCase()} ${caseCode.slice(8)}`
    const ofCase = await list({ caseCode: spoken })
    expect(ofCase.rows.length).toBeGreaterThan(2)
    expect(ofCase.rows.every((row) => row.caseCode === caseCode)).toBe(true)
    expect(ofCase.filter.caseCode).toBe(caseCode)
  })

  test('says on top how much there is, and what became of the deletions of the period', async () => {
    const { summary, numberedTo, waiting } = await list()
    expect(summary).toMatchObject({ denied: 1, deletionsAsked: 1, deletionsDone: 0, deletionsRefused: 0 })
    expect(summary).toMatchObject({ deletionsCancelled: 0, deletionsOpen: 1 })
    // The desk of a test has no way to send a code: that failure is an entry too.
    expect(summary.failed).toBe(2)
    expect([numberedTo, waiting]).toEqual([summary.entries - 1, 0])
    expect((await list({ from: '2018-01-09' })).summary).toMatchObject({ deletionsAsked: 0 })
  })

  test.each([
    [{ from: '2018-02-30' }, 'from'], [{ what: 'no.such_code' }, 'what'], [{ outcome: 'maybe' }, 'outcome'],
    [{ caseCode: 'AAAAAAAAA' }, 'caseCode'], [{ cursor: 'x' }, 'cursor'],
  ])('refuses a filter that it can not read: %o', async (filter, field) => {
    await expect(list(filter)).rejects.toMatchObject({ code: 'invalid_input', fields: { [field]: expect.any(String) as string } })
  })

  test('opens an entry by its number: exactly the bytes that were hashed, and the whole case around it', async () => {
    const auditor = await story.as('auditor')
    const seq = (await list({ what: 'request.submitted' })).rows[0]?.seq ?? -1
    const entry = await story.desk.query(viewEntry, { seq: String(seq) }, auditor)
    expect(Buffer.from(leafHash(Buffer.from(entry.canonical))).toString('hex')).toBe(entry.leafHash)
    expect(entry).toMatchObject({ seq, caseCode, what: 'request.submitted' })
    expect(entry.dossier.map(({ entryId }) => entryId)).toContain(entry.entryId)
    const { entries } = await story.desk.query(viewCaseLog, { caseCode }, auditor)
    expect(entry.dossier).toEqual(entries)
    expect(entries[0]?.what).toBe('request.opened')
    await expect(story.desk.query(viewEntry, { seq: 1_000_000 }, auditor)).rejects.toMatchObject({ code: 'not_found' })
    for (const bad of ['-1', '01', '1e3', 'x', 2 ** 40]) {
      await expect(story.desk.query(viewEntry, { seq: bad }, auditor)).rejects.toMatchObject({ code: 'invalid_input' })
    }
  })

  test('shows what a look-up committed to, and that its salt is gone once it is', async () => {
    const auditor = await story.as('auditor')
    const [latest] = (await list({ what: 'person.looked_up' })).rows
    const seq = latest?.seq ?? -1
    const before = await story.desk.query(viewEntry, { seq }, auditor)
    expect(before.commitments).toMatchObject([{ name: 'identifier', erased: false }])
    await story.desk.database.prisma.auditSalt.deleteMany({ where: { entryId: before.entryId } })
    const after = await story.desk.query(viewEntry, { seq }, auditor)
    expect(after).toEqual({ ...before, commitments: before.commitments.map((one) => ({ ...one, erased: true })) })
  })

  test('shows an entry that has no number yet, and says how many wait', async () => {
    await story.desk.command(setSetting, { key: 'cooling_off_days', value: '7' }, operator)
    const { rows, waiting } = await list()
    // The setting, and the number above that no entry has.
    expect([rows[0]?.seq, waiting]).toEqual([null, 2])
  })
})
