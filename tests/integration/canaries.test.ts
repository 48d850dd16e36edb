import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putHoldOperation } from '#server/http/operations/put-hold.ts'
import { putSubjectOperation } from '#server/http/operations/put-subject.ts'
import { recordConsentsOperation } from '#server/http/operations/consents.ts'
import { jobHandlers } from '#server/jobs/handlers.ts'
import { workUntilIdle } from '#server/jobs/worker-loop.ts'
import { openZip } from '#server/log/zip-reader.ts'
import { logFault } from '#server/log.ts'
import { addNote } from '#usecases/call/add-note.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { keepDraft } from '#usecases/draft/keep-draft.ts'
import { AppError } from '#usecases/errors.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { exportLogToFile } from '#usecases/log/export-log.ts'
import { listLog } from '#usecases/log/list-log.ts'
import { viewEntry } from '#usecases/log/view-entry.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { revealField } from '#usecases/person/reveal-field.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { codeSent, creditService, lookUp, screen, verifiedCall, withStore } from '#tests/support/caller-story.ts'
import { databaseBytes, filesBelow, findCanaries, listenToProcess, type Canary, type Haystack } from '#tests/support/canaries.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'
import { importText } from '#tests/support/import-file.ts'

const day = 86_400_000

/** Values of one made-up person and one made-up call, that occur nowhere else. */
const canary = {
  name: 'Zephyrine Kanarienvögel',
  phone: '+8613877715934',
  email: 'zephyrine.kanari@federkleid.example',
  national_id: '11010519491231002X',
  account_id: 'KNR-7748-ZEPH-0931',
  born_on: '1949-12-31',
  evidence: 'evidence://shot/kanari-5581',
  event_id: 'kanari-event-5581-zz',
  words: 'I never wanted that Kanaribox at all',
  note: 'her neighbour Herr Plimmbock called too',
  dropped_note: 'wrap-up: Plimmbock again, at noon',
  draft: 'half a sentence about Frau Quillfeder, never sent',
  wiped_draft: 'typed, and deleted again: Quillfeder junior',
  put_name: 'Wilhelmina Trällerfink',
  put_phone: '+8613877726045',
  put_email: 'wilhelmina@traellerfink.example',
  put_account: 'KNR-9912-WILH-4400',
  unknown_phone: '+8613877799881',
  unknown_email: 'nobody.kanari@unbekannt.example',
  bad_phone: '138777KANARI',
  bad_email: 'kanari-at-nowhere@@example',
} as const

/** What a case system may put into a hold: it stands there in clear, for as long as the person is on file. */
const heldAs = { hold_owner: 'Notariat Quirinus Habichtsfeder', hold_ref: 'Sache Trällerfink 7/2018', basis: 'kanari_lawsuit_5581' } as const
const holdCanaries: Canary[] = Object.entries(heldAs).map(([name, value]) => ({ name, value }))

const canaries: Canary[] = Object.entries(canary).map(([name, value]) => ({ name, value }))
/** A birth date is a date like others: 1949-12-31 may rightly stand in a file of holidays. */
const rare = canaries.filter(({ name }) => name !== 'born_on')

interface Story extends TestDesk {
  /** What people, clients and the operator were answered, where it must name nobody. */
  readonly answers: Haystack[]
  readonly caseCode: string
}

/** A person comes in, calls, is verified, asks for a deletion; and everything that goes wrong beside it. */
async function toldStory(kind: 'sqlite' | 'postgresql'): Promise<Story> {
  const story = await openTestDesk(kind)
  const { desk } = story
  const answers: Haystack[] = []
  const note = (place: string, answer: unknown) =>
    answers.push({ place, bytes: Buffer.from(JSON.stringify(answer) ?? '') })
  const refused = async (place: string, work: Promise<unknown>) =>
    note(place, await work.then(() => 'done', (fault: unknown) => {
      if (!(fault instanceof AppError)) throw fault
      logFault(place, fault)
      const { message, code, reason, fields, about } = fault
      return { message, code, reason, fields, about }
    }))

  await creditService(story)
  const people = await importText(story, 'people', [
    'external_id,name,phone,email,national_id,locale,jurisdiction,born_on,registered_at',
    `${canary.account_id},${canary.name},${canary.phone},${canary.email},${canary.national_id},zh-CN,CN,${canary.born_on},2015-05-05T00:00:00Z`,
    `bad-1,${canary.name},${canary.bad_phone},${canary.bad_email},,zh-CN,CN,,`,
    '',
  ].join('\n'))
  note('rejects of people', people.rejects)
  expect(people).toMatchObject({ accepted: 1, rejected: 1 })
  const consents = await importText(story, 'consents', [
    'external_id,purpose,notice_version,state,indication,channel,occurred_at,event_id,evidence_ref',
    `${canary.account_id},credit_scoring,3.2,ConsentGiven,ticked_box,app,2018-01-06T00:00:00Z,${canary.event_id},${canary.evidence}`,
    `${canary.put_account},credit_scoring,3.2,ConsentGiven,ticked_box,app,2018-01-06T00:00:00Z,x-1,${canary.evidence}`,
    '',
  ].join('\n'))
  note('rejects of consents', consents.rejects)
  expect(consents).toMatchObject({ accepted: 1, rejected: 1 })

  const { apiKey: key } = await clientWith(desk, 'subjects.write', 'consents.write')
  const put = (body: object) => send(desk, putSubjectOperation, `/subjects/${canary.put_account}`, { key, body })
  const identifiers = { phone: canary.put_phone, email: canary.put_email }
  expect((await put({ identifiers, name: canary.put_name, jurisdiction: 'CN' })).status).toBe(201)
  const bad = { phone: canary.bad_phone, email: canary.bad_email }
  const refusal = await put({ identifiers: bad, name: canary.put_name })
  expect(refusal.status).toBeGreaterThanOrEqual(400)
  note('refused PUT', refusal.body)
  const events = [{ external_id: canary.unknown_email, purpose: 'none', state: 'ConsentGiven', indication: 'x', channel: 'app', occurred_at: '2018-01-01T00:00:00Z', evidence_ref: canary.evidence }]
  note('refused consents', (await send(desk, recordConsentsOperation, '/consents', { key, body: events })).body)

  const agent = await story.as('agent')
  await refused('a look-up of nothing', lookUp(story, agent, canary.bad_phone))
  const callId = await lookUp(story, agent, canary.unknown_phone)
  await lookUp(story, agent, canary.unknown_email, callId)
  note('the screen after no match', await screen(story, agent))
  await lookUp(story, agent, canary.email, callId)
  note('the locked screen', await screen(story, agent))
  const { challengeId } = await codeSent(story, agent, callId)
  await refused('a wrong code', checkCode.run(desk, { callId, challengeId, code: '000000' }, agent))
  await refused('a reveal before level 2', desk.query(revealField, { callId, subjectId: crypto.randomUUID(), fieldId: 'name', field: 'name', reason: 'read_back' }, agent))
  await desk.command(addNote, { callId, note: canary.note }, agent)
  await desk.command(wrapUpCall, { callId, outcome: 'call_dropped', note: canary.dropped_note, callBackAt: null }, agent)

  const { callId: second, subjectId } = await verifiedCall(story, agent, canary.phone)
  note('the verified screen', await screen(story, agent))
  for (const text of [canary.wiped_draft, canary.draft]) {
    expect(await desk.query(keepDraft, { form: 'note', of: second, fields: { note: text } }, agent)).toEqual({ kept: true })
  }
  const revealed = await desk.query(revealField, { callId: second, subjectId, fieldId: 'name', field: 'name', reason: 'read_back' }, agent)
  // What is revealed is the one thing that is meant to leave; it shows that the canary did come in.
  expect(revealed.value).toBe(canary.name)
  const { caseCode } = await submitFromCall.run(desk, {
    callId: second, subjectId, choiceId: 'deletion:account', words: canary.words,
    told: { result: 'understood', scriptVersion: '1', locale: 'zh-CN', inWriting: false },
    idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
  }, agent)
  return { ...story, answers, caseCode }
}

describe.each(['sqlite', 'postgresql'] as const)('on %s no personal data stands anywhere in clear', (kind) => {
  let story: Story
  let process: ReturnType<typeof listenToProcess>
  const everything = async () => [
    ...(await databaseBytes(story.desk.database, story.desk.config.databaseUrl)),
    ...filesBelow(story.desk.config.dataDirectory),
    ...filesBelow(story.desk.config.keysDirectory),
    ...process.heard(),
    ...story.answers,
  ]
  beforeAll(async () => {
    process = listenToProcess()
    story = await toldStory(kind)
  })
  afterAll(() => process.end())

  test('the search finds a planted canary in each way that it can hide', async () => {
    const { prisma } = story.desk.database
    const clear = canary.email
    const forms = {
      clear,
      base64: Buffer.from(`{"to":"${clear}"}`).toString('base64'),
      url: Buffer.from(`x${clear}`).toString('base64url'),
      hex: Buffer.from(clear).toString('hex'),
      loud: clear.toUpperCase(),
    }
    for (const [key, value] of Object.entries(forms)) {
      await prisma.meta.create({ data: { key: `planted ${key}`, value } })
      const found = findCanaries(rare, await databaseBytes(story.desk.database, story.desk.config.databaseUrl))
      expect(found.filter((line) => line.startsWith('email')), key).not.toEqual([])
      await prisma.meta.deleteMany({ where: { key: `planted ${key}` } })
      if (kind === 'sqlite') await story.desk.database.forgetOverwritten()
    }
    const spaced = [{ place: 'text', bytes: Buffer.from('call +86 138-7771 5934 today') }]
    expect(findCanaries(rare, spaced)).toEqual(['phone as digits in text'])
    expect(findCanaries(rare, [{ place: 'text', bytes: Buffer.from(`x${canary.phone}`, 'utf16le') }])).not.toEqual([])
    expect(findCanaries(rare, [{ place: 'key', bytes: Buffer.from('nothing of the kind') }])).toEqual([])
  })

  test('while the person is on file: database, write-ahead log, data, keys, output, refusals, screens', async () => {
    expect(await story.desk.database.prisma.draft.count(), 'what was typed and not sent is there, sealed').toBe(1)
    expect(findCanaries(rare, await everything())).toEqual([])
  })

  test('in the log, on screen and exported', async () => {
    const { desk } = story
    const auditor = await story.as('auditor')
    const path = join(desk.config.dataDirectory, 'kit.zip')
    await exportLogToFile(path)(desk, { from: '2018-01-01', to: '2018-12-31' }, { kind: 'operator' })
    const zip = await openZip(path)
    const files: Haystack[] = []
    for (const place of zip.names) files.push({ place, bytes: await buffer(zip.read(place)) })
    await zip.close()
    const list = await desk.query(listLog, {}, auditor)
    const numbered = list.rows.flatMap(({ seq }) => (seq === null ? [] : [seq]))
    const opened = await Promise.all(numbered.map((seq) => desk.query(viewEntry, { seq }, auditor)))
    const { caseCode } = story
    const theCase = await desk.query(viewCase, { caseCode }, auditor)
    const queue = await desk.query(viewApprovals, { caseCode }, await story.as('supervisor'))
    const shown = [list, opened, theCase, queue]
    const screens = shown.map((view, index) => ({ place: `screen ${index}`, bytes: Buffer.from(JSON.stringify(view)) }))
    expect(list.rows.length).toBeGreaterThan(20)
    expect(findCanaries(canaries, [...files, ...screens])).toEqual([])
  })

  test('after the deletion of the account, where not even the key is left', async () => {
    const { desk, clock, caseCode } = story
    // A hold that stopped it for a while, from outside, and was lifted.
    const { apiKey: key } = await clientWith(desk, 'holds.write')
    const hold = { external_id: canary.account_id, covers: 'everything', basis: heldAs.basis, owner: heldAs.hold_owner, review_on: '2018-12-01' }
    for (const [lifted, status] of [[false, 201], [true, 200]] as const) {
      const path = `/holds/${encodeURIComponent(heldAs.hold_ref)}`
      expect((await send(desk, putHoldOperation, path, { key, body: { ...hold, lifted } })).status).toBe(status)
      await workUntilIdle(desk, jobHandlers)
    }
    expect(findCanaries(holdCanaries, await everything())).not.toEqual([])
    const stored = await withStore(story, (store) => store.requests.byCaseCode(caseCode))
    const { version = 0, planHash = null, subjects = [] } = stored?.request ?? {}
    const keys = await desk.database.prisma.subjectKey.findMany({ where: { subjectId: subjects[0]?.subjectId ?? '' } })
    const wrapped = Buffer.from(keys[0]?.wrapped ?? [])
    const holdsKey = async () =>
      (await everything()).filter(({ bytes }) => bytes.includes(wrapped)).map(({ place }) => place)
    expect(wrapped.length).toBeGreaterThan(30)
    expect(await holdsKey()).not.toEqual([])
    const decision = { caseCode, version, planHash, confirm: caseCode.slice(-5), answer: null }
    await desk.command(approveRequest, decision, await story.as('supervisor'))
    for (const wait of [8 * day, day, 2 * day]) {
      clock.advance(wait)
      await workUntilIdle(desk, jobHandlers)
    }
    expect((await withStore(story, (store) => store.requests.byCaseCode(caseCode)))?.request.state).toBe('completed')
    const subjectId = subjects[0]?.subjectId ?? ''
    expect(await desk.database.prisma.subjectKey.count({ where: { subjectId } })).toBe(0)
    expect(await desk.database.prisma.note.count({ where: { subjectId } })).toBe(0)
    expect(await desk.database.prisma.draft.count({ where: { subjectId } })).toBe(0)
    expect(await desk.database.prisma.auditSalt.count({ where: { subjectId } })).toBe(0)
    expect(await desk.database.prisma.legalHold.count({ where: { subjectId } })).toBe(0)
    expect(await holdsKey()).toEqual([])
    expect(findCanaries(holdCanaries, await everything())).toEqual([])
    expect(findCanaries(rare, await everything())).toEqual([])
  })
})
