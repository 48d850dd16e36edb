import { beforeAll, expect, test } from 'vitest'
import { askGateOperation } from '#server/http/operations/ask-gate.ts'
import { putHoldOperation } from '#server/http/operations/put-hold.ts'
import { putSubjectOperation } from '#server/http/operations/put-subject.ts'
import { recordConsentsOperation } from '#server/http/operations/consents.ts'
import { receiveRequestOperation } from '#server/http/operations/requests.ts'
import { keepPresence } from '#server/db/presence.ts'
import { operationalTables } from '#server/db/operational-tables.ts'
import { upkeep } from '#server/jobs/upkeep.ts'
import { addNote } from '#usecases/call/add-note.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { viewPulse } from '#usecases/case/view-pulse.ts'
import { liftHold } from '#usecases/hold/lift-hold.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { setLawMark } from '#usecases/law/set-law-mark.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { signIn } from '#usecases/session/sign-in.ts'
import { signOut } from '#usecases/session/sign-out.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { addStaff } from '#usecases/staff/add-staff.ts'
import { disableStaff } from '#usecases/staff/disable-staff.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { verifiedCall } from '#tests/support/caller-story.ts'
import { watchChanges, type ChangeWatch } from '#tests/support/change-watch.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'
import { importText } from '#tests/support/import-file.ts'

let story: ErasureStory
let watch: ChangeWatch
const operator = { kind: 'operator' } as const

/** One long day and the fortnight after it: nearly everything that a desk can be asked to do. */
async function liveThrough(): Promise<void> {
  const { desk, clock } = story
  const reviewOn = new Date(clock.now() + 100 * day).toISOString().slice(0, 10)
  await importText(story, 'people', `external_id,name,phone\nimp-1,Dora,+8613800138001\nimp-2,Emil,nonsense\n`)
  await importText(story, 'people', `external_id,name,phone\nimp-1,Dora B,+8613800138002\n`)
  await importText(story, 'notices', `purpose,version,locale,title,text,control,prominence,bundled_with,valid_from,valid_to\ncredit_scoring,4.0,en,T,Text,button,normal,,2018-01-01,\n`)
  await importText(story, 'consents', `external_id,purpose,notice_version,state,indication,channel,occurred_at,event_id,evidence_ref\nimp-1,credit_scoring,4.0,ConsentGiven,pressed,app,2018-01-02T00:00:00Z,i-1,\n`)
  await importText(story, 'holds', `external_id,hold_ref,covers,basis,owner,review_on,lifted_on\nimp-1,h-1,everything,court,legal,${reviewOn},\n`)

  const { apiKey: key } = await clientWith(desk, 'subjects.write', 'consents.write', 'holds.write', 'gate', 'requests.write')
  const ok = async (answer: Promise<{ status: number; body: object }>) => {
    const { status, body } = await answer
    expect(status, JSON.stringify(body)).toBeLessThan(300)
  }
  const consent = (event_id: string, state: string) => ({
    external_id: 'put-1', purpose: 'credit_scoring', notice_version: '4.0', state, indication: 'pressed', channel: 'app',
    occurred_at: '2018-01-03T00:00:00Z', event_id,
  })
  await ok(send(desk, putSubjectOperation, '/subjects/put-1', { key, body: { identifiers: { email: 'put@example.org' } } }))
  await ok(send(desk, recordConsentsOperation, '/consents', { key, body: [consent('p-1', 'ConsentGiven')] }))
  const hold = { external_id: 'put-1', covers: 'service:credit_scoring', basis: 'court', owner: 'legal', review_on: reviewOn }
  await ok(send(desk, putHoldOperation, '/holds/hold-1', { key, body: hold }))
  await ok(send(desk, putHoldOperation, '/holds/hold-1', { key, body: { ...hold, lifted: true } }))
  await ok(send(desk, recordConsentsOperation, '/consents', { key, body: [consent('p-2', 'ConsentWithdrawn')] }))
  const received = { kind: 'deregistration', service: 'credit_scoring', external_ids: ['imp-1'], channel: 'app', assurance: 2 }
  await ok(send(desk, receiveRequestOperation, '/requests', { key, body: received, headers: { 'Idempotency-Key': 'one' } }))

  const administrator = await story.as('administrator')
  await desk.command(setLawMark, { jurisdiction: 'CN', mark: 'yes' }, administrator)
  await desk.command(setSetting, { key: 'cooling_off_days', value: '5' }, administrator)
  const password = 'correct horse battery'
  const { staffId } = await addStaff.run(desk, { email: 'new@example.org', humanRef: 'N-1', role: 'agent', password }, operator)
  const wrong = await signIn(desk.runtime, desk.passwords, { email: 'new@example.org', password: 'wrong', address: '192.0.2.1' })
  expect(wrong.kind).toBe('refused')
  clock.advance(60_000)
  const right = await signIn(desk.runtime, desk.passwords, { email: 'new@example.org', password, address: '192.0.2.1' })
  if (right.kind === 'signed_in') await desk.command(signOut, { sessionId: right.sessionId }, { kind: 'nobody' })
  await desk.command(disableStaff, { staffId }, await story.as('administrator'))

  const agent = await story.as('agent')
  const { callId, subjectId } = await verifiedCall(story, agent, people.ann.phone)
  await desk.command(addNote, { callId, note: 'a note' }, agent)
  const { caseCode } = await submitFromCall.run(desk, {
    callId, subjectId, choiceId: 'deletion:account', words: 'away with it', idempotencyKey: 'a'.repeat(32),
    told: { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false },
  }, agent)
  await desk.command(wrapUpCall, { callId, outcome: 'request_opened', note: '', callBackAt: null }, agent)
  const holder = await story.as('supervisor', 'holder')
  const { presence } = await desk.query(viewPulse, { caseCode, tab: crypto.randomUUID() }, holder)
  if (presence !== null) await keepPresence(desk.database.raw, { ...presence, tab: crypto.randomUUID() }, clock.now())
  const { holds } = await desk.command(placeHold, { caseCode, covers: 'everything', basis: 'court', reviewOn }, holder)
  await desk.command(liftHold, { caseCode, holdRef: holds[0] ?? '', reason: 'ended' }, holder)
  await story.approve(caseCode)
  for (const wait of [6 * day, day, 2 * day]) {
    await story.work(wait)
    await upkeep(desk)
  }
  expect(await story.stateOf(caseCode)).toBe('completed')
  const gate = (value: string) => ({ key, body: { service: 'credit_scoring', identifiers: [{ type: 'email', value }] } })
  expect((await send(desk, askGateOperation, '/eligibility', gate(people.ann.email))).body).toMatchObject({ eligible: false })
  await ok(send(desk, askGateOperation, '/eligibility', gate('stranger@example.org')))
  expect((await send(desk, putSubjectOperation, `/subjects/${people.ann.externalId}`, { key, body: { identifiers: { email: people.ann.email } } })).status).toBe(410)
  clock.advance(900 * day)
  await upkeep(desk)
}

beforeAll(async () => {
  story = await openErasureStory('postgresql')
  // Whoever acts is there before the watch begins: the test desk adds its staff without ceremony.
  for (const role of ['agent', 'supervisor', 'administrator'] as const) await story.as(role)
  await story.as('supervisor', 'holder')
  watch = await watchChanges(story.desk.database)
  await liveThrough()
})

test('nothing but the named operational tables changes without an audit entry in the same transaction', async () => {
  expect(await watch.withoutEntry()).toEqual([])
})

test('the story that was watched touches what matters', async () => {
  expect(await watch.changed()).toEqual(expect.arrayContaining([
    'approval', 'audit_entry', 'audit_leaf', 'call', 'call_subject', 'case_presence', 'certificate', 'consent_event',
    'erased_external_id', 'gate_refusal', 'identifier', 'import_run', 'job', 'law_row', 'legal_hold', 'note', 'notice', 'notification', 'plan',
    'recheck', 'registry_entry', 'registry_tag', 'request', 'request_part', 'request_subject', 'sealed', 'setting', 'staff',
    'staff_session', 'subject', 'subject_field', 'subject_key', 'task', 'told', 'verification', 'work_item',
  ]))
})

test('every name in the list is a table, and every column a column', async () => {
  const columns = await story.desk.database.raw.all<{ table: string; column: string }>(
    'SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = current_schema()',
  )
  for (const [table, { columns: free }] of Object.entries(operationalTables)) {
    const own = columns.filter((one) => one.table === table).map(({ column }) => column)
    expect(own, table).not.toEqual([])
    if (free !== 'all') expect(own).toEqual(expect.arrayContaining([...free]))
  }
})

test('a change that goes around the commands is found', async () => {
  const { raw } = story.desk.database
  await raw.run(`UPDATE request SET due_at = due_at + interval '1 day'`)
  expect(await watch.withoutEntry()).toContain('request(due_at)')
  await raw.run('UPDATE staff_session SET ends_at = ends_at + interval \'1 day\'')
  expect(await watch.withoutEntry()).toContain('staff_session(ends_at)')
})
