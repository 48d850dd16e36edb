import { describe, expect, it } from 'vitest'
import type { Principal } from '#usecases/actor.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { changeLawRow } from '#usecases/law/change-law-row.ts'
import { setLawMark } from '#usecases/law/set-law-mark.ts'
import { setWorkingDay } from '#usecases/law/set-working-day.ts'
import { tryLawRow } from '#usecases/law/try-law-row.ts'
import { viewLaws } from '#usecases/law/view-laws.ts'
import { whatIf } from '#usecases/law/what-if.ts'
import { extensionsOf } from '#usecases/queue/extensions.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { listScripts } from '#usecases/script/list-scripts.ts'
import { publishScript } from '#usecases/script/publish-script.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import type { LawRowForm } from '#usecases/views/law-inputs.ts'
import type { ScriptView } from '#usecases/views/desk.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { callScreen, chen, creditService, entriesOf, onFile, verifiedCall, withStore } from '../support/caller-story.ts'

const day = 86_400_000
const words = '{service}：全部删除，不能恢复。\n您有{days}天可以改变主意。\n您明白吗？'
const published = {
  scriptId: 'deletion_account', locale: 'zh-CN', follows: 'v1', text: words, validFrom: '', reason: '更短',
} as const

/** The words for deleting the account as they stand on the agent's screen. */
async function wordsOnScreen(test: TestDesk, agent: Principal): Promise<ScriptView> {
  const { person } = await callScreen(test, agent)
  const choices = person.found === 'verified' ? person.choices : []
  const script = choices.find((one) => one.choiceId === 'deletion:account')?.script
  if (script === undefined) throw new Error('no script on the screen')
  return script
}

/** Opens the deletion that the screen's words were read for. */
async function told(test: TestDesk, agent: Principal, call: { callId: string; subjectId: string }, key: string) {
  const { scriptId, version: scriptVersion, locale } = await wordsOnScreen(test, agent)
  return submitFromCall.run(test.desk, {
    ...call, choiceId: 'deletion:account', words: '', idempotencyKey: key.repeat(32),
    told: { result: 'understood', scriptId, scriptVersion, locale, inWriting: false },
  }, agent)
}

/** Chen again, with another id, phone and e-mail. */
const other = {
  ...chen, externalId: 'other-1', identifiers: { phone: '+8613812345679', email: 'other@example.cn' }, name: '王芳',
}

describe.each(['sqlite', 'postgresql'] as const)('what is read aloud, on %s', (kind) => {
  it('is read from its newest version, and what was told by an earlier one can still be read', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await onFile(test, chen)
    await onFile(test, other)
    const administrator = await test.as('administrator')
    const agent = await test.as('agent')
    const first = await verifiedCall(test, agent)
    const heard = await wordsOnScreen(test, agent)
    expect(heard).toMatchObject({ version: 'v1', locale: 'zh-CN' })
    const before = await told(test, agent, first, 'a')

    test.clock.advance(60_000)
    // No enrolment is on file: nobody would be marked.
    const text = words.replace('{service}：', '')
    const noMark = { ...published, scriptId: 'deletion_account_no_mark', text } as const
    await test.desk.command(publishScript, noMark, administrator)
    const agent2 = await test.as('agent', '2')
    const second = await verifiedCall(test, agent2, other.identifiers.phone)
    const now = await wordsOnScreen(test, agent2)
    expect(now.version).toBe('v2')
    expect(now.lines.map(({ say }) => say)).toEqual(['全部删除，不能恢复。', '您有7天可以改变主意。', '您明白吗？'])
    expect(now.lines.at(-1)?.beside).toContain('you may open a new account later. Do you understand this')
    const after = await told(test, agent2, second, 'b')

    // The days that people have were changed since, and so were the words: what was heard is what was heard.
    test.clock.advance(60_000)
    await test.desk.command(setSetting, { key: 'cooling_off_days', value: '3' }, administrator)
    const supervisor = await test.as('supervisor')
    const look = async (caseCode: string) => (await test.desk.query(viewCase, { caseCode }, supervisor)).told
    const earlier = await look(before.caseCode)
    expect(earlier).toMatchObject({ version: 'v1', scriptId: 'deletion_account_no_mark' })
    expect(earlier?.lines).toEqual(heard.lines.map(({ say }) => say))
    expect(await look(after.caseCode)).toMatchObject({ version: 'v2', lines: now.lines.map(({ say }) => say) })
    // The shipped words were kept as they were heard, whatever the next version of the product says.
    const kept = await withStore(test, (store) => store.scripts.versions())
    expect(kept.map(({ version, publishedBy }) => [version, publishedBy === null])).toEqual([['v1', true], ['v2', false]])

    const room = await test.desk.query(listScripts, { reader: 'en', language: 'zh-CN' }, administrator)
    expect(room.told.map(({ version, count, inForce }) => [version, count, inForce])).toEqual([['v2', 1, true], ['v1', 1, false]])
    const said = (await entriesOf(test)).filter(({ what }) => what === 'script.published')
    expect(said).toHaveLength(1)
    expect(said[0]?.text).toContain('deletion_account_no_mark')
    expect(said[0]?.text).not.toContain('全部删除')
    expect(said[0]?.text).not.toContain('更短')
  })

  it('is never published without what has to be said, nor over somebody else’s words', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const publish = (of: object) => test.desk.command(publishScript, { ...published, ...of }, administrator)
    await expect(publish({ text: '{service}' })).rejects.toMatchObject({ fields: { text: 'script_needs_days' } })
    await expect(publish({ text: '{service}{days}{name}' })).rejects.toMatchObject({ fields: { text: 'script_unknown_hole' } })
    await expect(publish({ reason: ' ' })).rejects.toMatchObject({ fields: { reason: 'required' } })
    await expect(publish({ locale: 'fr' })).rejects.toMatchObject({ fields: { locale: 'locale_unknown' } })
    await expect(publish({ validFrom: '2017-12-31' })).rejects.toMatchObject({ fields: { validFrom: 'date_past' } })
    await publish({})
    await expect(publish({})).rejects.toMatchObject({ code: 'conflict', reason: 'script_moved_on' })
    await expect(publish({ follows: 'v2' })).rejects.toMatchObject({ fields: { text: 'script_unchanged' } })
    const agent = await test.as('agent')
    await expect(test.desk.command(publishScript, published, agent)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('comes into force on its day, says what changed, and warns where a language lags behind', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const tomorrow = new Date(test.clock.now() + 2 * day).toISOString().slice(0, 10)
    await test.desk.command(publishScript, { ...published, validFrom: tomorrow }, administrator)
    const look = async (input: object) =>
      test.desk.query(listScripts, { reader: 'en', ...input }, await test.as('administrator'))
    const of = async (input: object) => (await look(input)).scripts.find(({ scriptId }) => scriptId === 'deletion_account')
    const chinese = await of({ language: 'zh-CN' })
    expect(chinese).toMatchObject({ version: 'v1', text: words, holes: ['days', 'service'], behind: null })
    expect(chinese?.versions.map(({ version, stands, reason }) => [version, stands, reason])).toEqual([
      ['v2', 'to_come', '更短'], ['v1', 'in_force', null],
    ])
    expect(await of({ language: 'en' })).toMatchObject({ behind: { locale: 'zh-CN', version: 'v2' } })
    test.clock.advance(3 * day)
    expect(await of({ language: 'zh-CN' })).toMatchObject({ version: 'v2' })
    const asked = { language: 'zh-CN', script: 'deletion_account' }
    const { compared } = await look({ ...asked, before: 'v1', after: 'v2' })
    expect(compared?.parts.filter(({ kind: how }) => how !== 'removed').map((part) => part.text).join('')).toBe(words)
    const { shown } = await look({ ...asked, show: 'v1' })
    expect(shown?.lines[0]).toBe('您的整个账户及其中的全部数据将被删除，而且无法恢复。')
    await expect(look({ ...asked, show: 'v9' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is told by no version that there never was', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await onFile(test, chen)
    const agent = await test.as('agent')
    const call = await verifiedCall(test, agent)
    const invented = submitFromCall.run(test.desk, {
      ...call, choiceId: 'deletion:account', words: '', idempotencyKey: 'c'.repeat(32),
      told: { result: 'understood', scriptId: 'deletion_account', scriptVersion: 'v7', locale: 'en', inWriting: false },
    }, agent)
    await expect(invented).rejects.toMatchObject({ code: 'invalid_input', fields: { told: 'told' } })
  })
})

const none = { amount: '', unit: 'day' } as const
const figures = (validFrom: string, of: Partial<LawRowForm> = {}): LawRowForm => ({
  rowId: 'cn.pipl', answer: { amount: '20', unit: 'day' }, acknowledge: { amount: '5', unit: 'working_day' },
  extension: { amount: '10', unit: 'day' }, rolls: 'yes', mark: 'yes', markUntil: { amount: '', unit: 'month' }, validFrom,
  validTo: '', citation: 'PIPL, as amended', reason: 'the law was amended', receivedOn: '', ...of,
})

describe.each(['sqlite', 'postgresql'] as const)('the law table, on %s', (kind) => {
  it('gives new requests their new figures, while an open one keeps those that it was opened under', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await onFile(test, chen)
    await onFile(test, other)
    const administrator = await test.as('administrator')
    const agent = await test.as('agent')
    const openOf = async (by: Principal, phone: string, key: string) => {
      const call = await verifiedCall(test, by, phone)
      const choice = { choiceId: 'deletion:credit_scoring', words: '', idempotencyKey: key.repeat(32), told: null }
      return (await submitFromCall.run(test.desk, { ...call, ...choice }, by)).caseCode
    }
    const stored = (caseCode: string) => withStore(test, async (store) => {
      const one = await store.requests.byCaseCode(caseCode)
      if (one === null) throw new Error('no such case')
      return { ...one.request, extensions: await extensionsOf(store, one) }
    })
    const supervisor = await test.as('supervisor')
    const seen = async (caseCode: string) => (await test.desk.query(viewCase, { caseCode }, supervisor)).due?.dueAt
    const old = await openOf(agent, '+8613812345678', 'd')
    const asOpened = await stored(old)
    expect(asOpened.extensions).toEqual([])

    // From this very day on: what was received earlier today is not touched all the same.
    const today = new Date(test.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await test.desk.command(changeLawRow, figures(today), administrator)
    const fresh = await openOf(await test.as('agent', '2'), other.identifiers.phone, 'e')
    const opened = await stored(fresh)
    expect(Math.round((asOpened.dueAt - opened.dueAt) / day)).toBeGreaterThanOrEqual(7)
    expect(opened.lawVersion).not.toBe(asOpened.lawVersion)
    expect(opened.extensions).toHaveLength(3)
    expect(await seen(fresh)).toBe(opened.dueAt)

    expect(await stored(old)).toEqual(asOpened)
    expect(await seen(old)).toBe(asOpened.dueAt)
    // Also once the length of the fallback, and a mark elsewhere, were changed after that.
    test.clock.advance(1_000)
    await test.desk.command(setSetting, { key: 'fallback_answer_months', value: '2' }, administrator)
    await test.desk.command(setLawMark, { jurisdiction: 'BR', mark: 'no' }, administrator)
    expect(await stored(old)).toEqual(asOpened)
    expect(await seen(old)).toBe(asOpened.dueAt)

    const entry = (await entriesOf(test)).find(({ what }) => what === 'law.row_changed')
    expect(entry?.text).toContain('cn.pipl')
    expect(entry?.text).toContain(opened.lawVersion)
  })

  it('keeps every version of a row with who changed it, when and why; what was before holds until its last day', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    await test.desk.command(changeLawRow, figures('2099-01-01', { rolls: 'no' }), administrator)
    const ask = (receivedOn: string) =>
      test.desk.query(whatIf, { jurisdiction: 'CN', kind: 'access', scope: 'service', receivedOn }, administrator)
    expect((await ask('2098-12-31')).dueOn).toBe('2099-01-30')
    expect((await ask('2099-01-01')).dueOn).toBe('2099-01-21')
    const room = await test.desk.query(viewLaws, {}, administrator)
    expect(room.rows.find(({ id }) => id === 'cn.pipl')).toMatchObject({ answer: { amount: 30 }, validTo: '2098-12-31' })
    const { humanRef } = await test.staffOf('administrator')
    expect(room.versions['cn.pipl']).toMatchObject([
      { row: { answer: { amount: 20 } }, at: test.clock.now(), by: humanRef, reason: 'the law was amended' },
      { row: { answer: { amount: 30 } }, at: null, by: null, reason: null },
    ])
    // It can be taken back by other figures from the same day.
    test.clock.advance(1_000)
    await test.desk.command(changeLawRow, figures('2099-01-01', { rolls: 'no', answer: { amount: '25', unit: 'day' } }), administrator)
    expect((await ask('2099-01-01')).dueOn).toBe('2099-01-26')
  })

  it('tries figures before they hold, and warns where they take longer than those that were delivered', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const before = await test.desk.database.prisma.auditEntry.count()
    const attempt = (of: Partial<LawRowForm>) => test.desk.query(tryLawRow, figures('2099-03-02', of), administrator)
    expect(await attempt({})).toMatchObject({
      receivedOn: '2099-03-02',
      before: { dueOn: '2099-04-01', acknowledgeOn: null, extendedTo: null },
      after: { dueOn: '2099-03-23', acknowledgeOn: '2099-03-09', extendedTo: '2099-04-01' },
      longerThanShipped: null,
    })
    expect(await attempt({ answer: { amount: '2', unit: 'month' } })).toMatchObject({ longerThanShipped: '2099-04-01' })
    const past = test.desk.query(tryLawRow, figures('2017-01-01'), administrator)
    await expect(past).rejects.toMatchObject({ fields: { validFrom: 'date_past' } })
    expect(await attempt({ receivedOn: '2099-03-01' })).toMatchObject({ after: { dueOn: '2099-03-31' } })
    expect(await test.desk.database.prisma.auditEntry.count()).toBe(before)
    expect((await test.desk.query(viewLaws, {}, administrator)).versions['cn.pipl']).toHaveLength(1)
  })

  it('takes no figures that say nothing, nothing new, or what is a setting', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const change = (of: Partial<LawRowForm>) => test.desk.command(changeLawRow, figures('2099-01-01', of), administrator)
    await expect(change({ answer: none })).rejects.toMatchObject({ fields: { 'answer.amount': 'required' } })
    await expect(change({ answer: { amount: '0', unit: 'day' } })).rejects.toMatchObject({ fields: { 'answer.amount': 'number' } })
    await expect(change({ validTo: '2098-01-01' })).rejects.toMatchObject({ fields: { validTo: 'range' } })
    await expect(change({ validFrom: '2099-02-31' })).rejects.toMatchObject({ fields: { validFrom: 'date' } })
    await expect(change({ mark: 'no', markUntil: { amount: '2', unit: 'month' } })).rejects.toMatchObject({ fields: { 'markUntil.amount': 'law_end_of_no_mark' } })
    await expect(change({ rowId: 'any' })).rejects.toMatchObject({ reason: 'law_is_a_setting' })
    await expect(change({ rowId: 'xx.none' })).rejects.toMatchObject({ code: 'not_found' })
    const { rows } = await test.desk.query(viewLaws, {}, administrator)
    const citation = rows.find(({ id }) => id === 'cn.pipl')?.citation ?? ''
    const same = { citation, answer: { amount: '30', unit: 'day' }, acknowledge: none, extension: none, rolls: 'no' } as const
    await expect(change(same)).rejects.toMatchObject({ fields: { 'answer.amount': 'law_unchanged' } })
  })

  it('knows a holiday that was moved, and leaves what was reckoned before as it was', async () => {
    const test = await openTestDesk(kind)
    const administrator = await test.as('administrator')
    const set = (of: object) => test.desk.command(setWorkingDay, { jurisdiction: 'CN', date: '2099-03-03', working: 'no', ...of }, administrator)
    const due = async () =>
      (await test.desk.query(whatIf, { jurisdiction: 'CN', kind: 'deletion', scope: 'account', receivedOn: '2099-03-02' }, administrator)).dueOn
    const before = await due()
    await set({})
    expect(await due() > before).toBe(true)
    const { days } = await test.desk.query(viewLaws, {}, administrator)
    expect(days).toContainEqual({ jurisdiction: 'CN', date: '2099-03-03', working: false })
    await set({ working: 'calendar' })
    expect(await due()).toBe(before)
    await expect(set({ date: '2017-03-03' })).rejects.toMatchObject({ fields: { date: 'date_past' } })
    await expect(set({ jurisdiction: '*' })).rejects.toMatchObject({ fields: { jurisdiction: 'place' } })
    const said = (await entriesOf(test)).filter(({ what }) => what === 'law.working_day_set')
    expect(said).toHaveLength(2)
  })
})
