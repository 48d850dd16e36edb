import { describe, expect, it } from 'vitest'
import { addNotice } from '#usecases/notice/add-notice.ts'
import { listNotices } from '#usecases/notice/list-notices.ts'
import { addNoticeInput } from '#usecases/views/notice-inputs.ts'
import { openTestDesk } from '../support/desk.ts'
import { creditService, entriesOf } from '../support/caller-story.ts'

const typed = {
  purpose: 'credit_scoring', version: '3.3', locale: 'en', title: 'Join', text: '  I want to join.\n', control: 'unticked_box',
  prominence: 'prominent', bundledWith: '', validFrom: '2018-01-07', validTo: '2018-01-31',
}

describe.each(['sqlite', 'postgresql'] as const)('the notices, on %s', (kind) => {
  it('say version by version what speaks against a consent given on them, and what changed between two', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    const administrator = await test.as('administrator')
    const { notices } = await test.desk.query(listNotices, {}, administrator)
    expect(notices.map(({ version, defects }) => [version, defects])).toEqual([['3.1', ['preticked', 'bundled']], ['3.2', []]])
    const [before, after] = notices.map((notice) => notice.noticeId)
    const { compared, shown } = await test.desk.query(listNotices, { before, after, show: before }, administrator)
    expect(compared?.says).toMatchObject({ control: 'now_active', bundling: 'unbundled', prominence: 'same', text: 'same' })
    expect(shown).toMatchObject({ version: '3.1', text: '我愿意加入', next: { version: '3.2' } })
    const nowhere = test.desk.query(listNotices, { show: crypto.randomUUID() }, administrator)
    await expect(nowhere).rejects.toMatchObject({ code: 'not_found' })
  })

  it('take a new version as it was shown, to the last space, and write down its hash; none is ever changed', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    const administrator = await test.as('administrator')
    await test.desk.command(addNotice, addNoticeInput.parse(typed), administrator)
    const { notices } = await test.desk.query(listNotices, {}, administrator)
    const added = notices.find((notice) => notice.version === '3.3')
    expect(added).toMatchObject({ validFrom: Date.parse('2018-01-07T00:00:00Z'), validTo: Date.parse('2018-01-31T23:59:59.999Z') })
    const { shown } = await test.desk.query(listNotices, { show: added?.noticeId }, administrator)
    expect(shown?.text).toBe(typed.text)
    const said = (await entriesOf(test)).map(({ text }) => text).filter((text) => text.includes('notice.added'))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(shown?.textSha256)
    expect(said[0]).not.toContain('I want to join')

    const same = test.desk.command(addNotice, typed, administrator)
    await expect(same).rejects.toMatchObject({ code: 'conflict', reason: 'notice_exists' })
    const other = test.desk.command(addNotice, { ...typed, text: 'I want to join!' }, administrator)
    await expect(other).rejects.toMatchObject({ code: 'conflict', reason: 'notice_differs' })
  })
})

describe('a form for a notice', () => {
  it('is judged field by field, in the browser as in the command', async () => {
    const faults = (input: object) => addNoticeInput.safeParse(input).error?.issues.map((issue) => [issue.path.join('.'), issue.message])
    expect(faults({ ...typed, validTo: '2018-01-06' })).toEqual([['validTo', 'range']])
    expect(faults({ ...typed, bundledWith: 'credit_scoring' })).toEqual([['bundledWith', 'bundled_with_itself']])
    expect(faults({ ...typed, control: undefined, version: 'a b' })).toEqual([['version', 'notice_version'], ['control', 'choose']])
    const test = await openTestDesk()
    await creditService(test)
    const unknown = test.desk.command(addNotice, { ...typed, purpose: 'weather' }, await test.as('administrator'))
    await expect(unknown).rejects.toMatchObject({ fields: { purpose: 'unknown_purpose' } })
  })
})
