import { describe, expect, it } from 'vitest'
import { viewCase } from '#usecases/case/view-case.ts'
import { listLog } from '#usecases/log/list-log.ts'
import { viewEntry } from '#usecases/log/view-entry.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { entriesOf } from '../support/caller-story.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

const said = async (test: TestDesk, from: number) =>
  (await entriesOf(test)).slice(from).map(({ text }) => {
    const { what, outcome, data } = JSON.parse(text) as { what: string; outcome: string; data: object }
    return { what, outcome, data }
  })

describe.each(['sqlite', 'postgresql'] as const)('a read, on %s', (kind) => {
  it('that is refused or finds nothing is on record as a read, with what was asked for', async () => {
    const test = await openTestDesk(kind)
    const supervisor = await test.as('supervisor')
    const before = (await entriesOf(test)).length
    await expect(test.desk.query(listLog, {}, supervisor)).rejects.toMatchObject({ code: 'not_allowed' })
    // A case code that is well made and nobody's: a guess.
    await expect(test.desk.query(viewCase, { caseCode: '000000000' }, supervisor)).rejects.toMatchObject({ code: 'not_found' })
    // What can not even be read as a case code was never asked.
    await expect(test.desk.query(viewCase, { caseCode: 'x' }, supervisor)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await said(test, before)).toEqual([
      { what: 'query.denied', outcome: 'denied', data: { query: 'log.list', code: 'not_allowed', reason: 'role_not_permitted' } },
      { what: 'query.failed', outcome: 'failed', data: { query: 'case.view', code: 'not_found', reason: 'case' } },
    ])
  })

  it('of the log or the queue by whose room it is leaves none: codes and counts alone, by a page that is rendered', async () => {
    const test = await openTestDesk(kind)
    const auditor = await test.as('auditor')
    const supervisor = await test.as('supervisor')
    const before = (await entriesOf(test)).length
    await test.desk.query(listLog, {}, auditor)
    await test.desk.query(viewApprovals, {}, supervisor)
    expect(await said(test, before)).toEqual([])
    await expect(test.desk.query(viewEntry, { seq: 9_999 }, auditor)).rejects.toMatchObject({ code: 'not_found' })
    expect(await said(test, before)).toMatchObject([{ what: 'query.failed', data: { query: 'log.view', reason: 'no_such_entry' } }])
  })
})
