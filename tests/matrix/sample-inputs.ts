import { caseCodeFrom } from '#domain/request/case-code.ts'
import { shopDataset } from '#tests/support/shop-system.ts'
import { returnRequest } from '#usecases/request/return-request.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { openMark } from '#usecases/ineligibility/open-mark.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import type { World } from './world.ts'

const uuid = () => crypto.randomUUID()
const sha256 = 'a'.repeat(64)
const foreseen = (of: { callId: string; subjectId: string }) => ({
  ...of, choiceId: `void_enrolment:${service}`, idempotencyKey: uuid().replaceAll('-', ''),
})
const none = async () => ({})
/** The service of the matrix's desk (world.ts). */
const service = 'credit_scoring'
let counter = 0
const fresh = (word: string) => `${word}${(counter += 1)}`

/** Other figures for the row of Brazil. */
const lawRow = () => ({
  rowId: 'br.lgpd', answer: { amount: '10', unit: 'day' }, acknowledge: { amount: '', unit: 'day' },
  extension: { amount: '', unit: 'day' }, rolls: 'no', mark: 'undecided', markUntil: { amount: '', unit: 'month' },
  validFrom: '2099-01-01', validTo: '', citation: 'Lei', reason: 'a new rule', receivedOn: '',
})

/** Oneself for an administrator's own cell, somebody else otherwise. */
const someStaff = async (world: World) =>
  world.whose === 'own' && world.asker === 'administrator'
    ? world.staffOf('administrator')
    : world.staffOf('agent', fresh('made'))

/** Oneself for the own cell of who can name deputies at all, another agent otherwise. */
const standIn = async (world: World) =>
  world.whose === 'own' && (world.asker === 'administrator' || world.asker === 'supervisor')
    ? world.staffOf(world.asker)
    : world.staffOf('agent', fresh('stands in'))

const importBegin = async () => ({ fileSha256: sha256 })
const importEnd = async () => ({ runId: uuid() })
const task = async () => ({ requestId: uuid(), system: 'shop', step: 'erase' })

/** An input for each verb that its schema takes, about what the cell is about. */
export const sampleInputs: Readonly<Record<string, (world: World) => Promise<object>>> = {
  recordSignIn: async () => ({ email: 'nobody@example.org', checkedHash: null, buckets: [] }),
  signOut: async () => ({ sessionId: uuid() }),
  signOutEverywhere: none,
  viewer: none,
  waitingCounts: none,

  openCall: none,
  viewDesk: async () => ({ locale: 'en' }),
  resumeCall: async (world) => ({ callId: (await world.call()).callId }),
  addNote: async (world) => ({ callId: (await world.call()).callId, note: 'a note' }),
  setCallerLanguage: async (world) => ({ callId: (await world.call()).callId, locale: 'zh-CN' }),
  keepDraft: async (world) => ({ form: 'note', of: (await world.call()).callId, fields: { note: 'half a note' } }),
  readDraft: async (world) => ({ form: 'note', of: (await world.call()).callId }),
  setInterpreter: async (world) => ({ callId: (await world.call()).callId, present: true }),
  handOverCall: async (world) => ({ callId: (await world.call()).callId, to: '*', line: 'open' }),
  takeBackCall: async (world) => ({ callId: (await world.call()).callId }),
  takeOverCall: async (world) => ({ callId: (await world.call()).callId }),
  wrapUpCall: async (world) => ({
    callId: (await world.call()).callId, outcome: 'question_answered', note: '', callBackAt: null,
  }),
  switchSubject: (world) => world.call(),
  lookUpPerson: async (world) => ({ callId: (await world.call()).callId, query: '+15147214711', telephonyId: null }),
  makeCode: async (world) => ({ callId: (await world.call()).callId, wayId: uuid() }),
  makeLink: async (world) => ({ callId: (await world.call()).callId, wayId: uuid() }),
  judgeCode: async (world) => ({ callId: (await world.call()).callId, challengeId: uuid(), code: '000000' }),
  revealField: async (world) => ({ ...(await world.call()), fieldId: 'name', field: 'name', reason: 'read_back' }),

  makeStatedCode: async (world) => ({ callId: (await world.call()).callId, contact: 'somebody@example.org' }),
  judgeReceipt: async (world) => ({ callId: (await world.call()).callId, receipt: '0123 4567 89AB CDEF' }),
  judgeDocument: async (world) => ({
    callId: (await world.call()).callId, number: 'CN:11010519491231002X', reference: 'BRANCH 12',
  }),
  sayReceipt: async (world) => {
    const { callId, subjectId } = await world.call()
    return { callId, erasureId: subjectId }
  },
  findRefusal: async (world) => ({ callId: (await world.call()).callId, decisionId: '0123456789ABCDEFGHJKMNPQRS' }),
  openAfterErasure: async (world) => {
    const { callId, subjectId } = await world.call()
    return {
      callId, erasureId: subjectId, entryId: null, kind: 'objection', words: 'I do not accept it.', contact: '',
      idempotencyKey: uuid().replaceAll('-', ''),
    }
  },
  noteProof: async (world) => ({ callId: (await world.call()).callId, proof: 'answers' }),
  reportContactLost: async (world) => ({
    callId: (await world.call()).callId, wayId: uuid(), reference: 'BR-2026-001', contact: 'new@example.org',
  }),
  addRepresentative: async (world) => ({
    callId: (await world.call()).callId, capacity: 'guardian', reference: 'AU-2026-001', contact: 'new@example.org',
  }),
  objectToCheck: async (world) => ({ callId: (await world.call()).callId, checkId: uuid() }),
  listChecks: none,
  openCheck: async () => ({ checkId: uuid() }),
  checkDocument: async () => ({ checkId: uuid(), version: 1, fits: true }),
  checkAuthority: async () => ({ checkId: uuid(), version: 1, fits: true }),
  settleObjection: async () => ({ checkId: uuid(), version: 1, contactStaysLost: true }),

  openFromCall: async (world) => ({
    ...(await world.call()), choiceId: 'deletion:account', told: null, words: '', idempotencyKey: uuid().replaceAll('-', ''),
  }),
  submitOpened: async (world) => {
    const { id, callId } = await world.openCase()
    return { requestId: id, callId }
  },
  cancelRequest: async (world) => {
    const { caseCode, version, callId } = await world.openCase()
    return { caseCode, version, callId: world.asker.startsWith('scope:') ? null : callId }
  },
  viewIntake: none,
  recordIntake: async () => ({
    channel: 'letter', receivedOn: '2018-01-02', query: '+8613912345678', kind: 'deletion', scope: 'account', contact: '',
    locale: 'en', words: '', idempotencyKey: uuid().replaceAll('-', ''),
  }),
  nameCaller: async (world) => {
    const { caseCode, callId } = await world.openCase()
    return { caseCode, callId }
  },
  nameSubjects: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, query: '+8613912345678' }
  },
  noDataFound: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version }
  },
  noteCallBack: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, callId: null, told: null }
  },
  showNumber: async (world) => ({ caseCode: (await world.openCase()).caseCode }),
  beginCallBack: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version }
  },
  parkRequest: async (world) => {
    const { caseCode, callId } = await world.openCase()
    return { caseCode, callId }
  },
  giveUpRequest: (world) => world.unverifiedCase(),
  submitCalledBack: async (world) => {
    const { id, callId } = await world.openCase()
    return { requestId: id, callId }
  },
  disputeRequest: async (world) => {
    const { caseCode, version, callId } = await world.openCase()
    return { caseCode, version, callId, words: '' }
  },
  disputeByCode: async (world) => {
    const { caseCode, callId } = await world.openCase()
    return { caseCode, callId, words: '' }
  },
  optOut: async (world) => ({
    callId: (await world.call()).callId, query: '+15147214711', purpose: 'marketing', idempotencyKey: sha256.slice(0, 32),
  }),
  answerRequest: async (world) => {
    const { caseCode, version } = await world.openCase()
    const { id } = await world.staffOf('agent', world.whose === 'own' ? '1' : '2')
    const decider = await world.as('supervisor', 'returner')
    await world.desk.command(returnRequest, { caseCode, version, toStaffId: id, question: 'Which account?' }, decider)
    return { caseCode, version: version + 1, answer: 'The one named.' }
  },
  listOwnCases: none,
  approveRequest: async (world) => {
    const { caseCode, version, planHash } = await world.openCase()
    return { caseCode, version, planHash, confirm: caseCode.slice(-5), answer: null }
  },
  answerObjection: async (world) => {
    const { callId, subjectId } = await world.openCase()
    const agent = await world.as('agent', world.whose === 'own' ? '1' : '2')
    const { caseCode } = await submitFromCall.run(world.desk, {
      callId, subjectId, choiceId: 'objection:account', told: null, words: '', idempotencyKey: uuid().replaceAll('-', ''),
    }, agent)
    if (world.asker === 'supervisor' && world.whose === 'own') {
      const hold = { caseCode, covers: 'everything', basis: 'court order', reviewOn: '2018-03-01' }
      await world.desk.command(placeHold, hold, await world.as('supervisor'))
    }
    const stored = await world.inStore((store) => store.requests.byCaseCode(caseCode))
    const { version = 0, planHash = null } = stored?.request ?? {}
    return { caseCode, version, planHash, upheld: false, words: 'It stays as told.', confirm: caseCode.slice(-5) }
  },
  findErasedInError: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, confirm: caseCode.slice(-5) }
  },
  extendRequest: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, reason: 'complexity' }
  },
  returnRequest: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, toStaffId: (await world.staffOf('agent')).id, question: 'Which account?' }
  },
  rejectRequest: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, code: 'not_the_subject', ground: 'not_the_subject', text: 'Somebody else.' }
  },
  retryRequest: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version }
  },
  doneByHand: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, system: 'shop', evidence: 'LETTER 17' }
  },
  keepAtSystem: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, system: 'shop', basis: 'legal_claim', until: '2035-01-01' }
  },
  resolveDispute: async (world) => {
    const { caseCode, version } = await world.openCase()
    return { caseCode, version, upheld: false, words: 'They knew the parcel number.' }
  },
  viewApprovals: async (world) => ({ caseCode: (await world.openCase()).caseCode }),
  viewCase: async (world) => ({ caseCode: (await world.openCase()).caseCode }),
  viewEndedCase: async (world) => ({ caseCode: (await world.openCase()).caseCode }),
  viewPulse: async (world) => ({ caseCode: (await world.openCase()).caseCode, tab: uuid() }),
  openCase: async (world) => ({ caseCode: (await world.openCase()).caseCode }),
  viewReviews: none,
  viewShift: none,
  listPartners: none,
  noteLetter: async () => ({ system: 'shop', locale: 'en' }),
  noteContact: async () => ({ system: 'shop', contact: 'privacy@partner.example' }),
  reviewCall: async (world) => ({ callId: (await world.openCase()).callId, verdict: 'fine' }),
  listWorkItems: none,
  resolveWorkItem: async () => ({ id: uuid(), reason: 'sender_told' }),
  askedOfSystems: async (world) => foreseen(await world.call()),
  viewForeseen: async (world) => {
    const of = foreseen(await world.call())
    return { of, plan: JSON.stringify({ fact: { hash: sha256, marks: [] }, systems: [] }), unanswered: [] }
  },
  viewPlan: async (world) => ({ caseCode: (await world.openCase()).caseCode }),
  placeHold: async (world) => ({
    caseCode: (await world.openCase()).caseCode, covers: 'everything', basis: 'court order', reviewOn: '2018-03-01',
  }),
  liftHold: async (world) => {
    const { caseCode } = await world.openCase()
    const input = { caseCode, covers: 'everything', basis: 'court order', reviewOn: '2018-03-01' }
    const { holds } = await world.desk.command(placeHold, input, await world.as('supervisor', 'holder'))
    return { caseCode, holdRef: holds[0] ?? '', reason: 'The order ended.' }
  },
  reviewHold: async (world) => {
    const { caseCode } = await world.openCase()
    const input = { caseCode, covers: 'everything', basis: 'court order', reviewOn: '2018-03-01' }
    const { holds } = await world.desk.command(placeHold, input, await world.as('supervisor', 'holder'))
    return { holdRef: holds[0] ?? '', reviewOn: '2018-06-01', seen: Date.parse('2018-03-01') }
  },
  listHolds: none,
  openMark: async (world) => ({ query: await world.externalId(), service, words: 'A court order.', idempotencyKey: uuid() }),
  openCorrection: async () => ({ caseCode: caseCodeFrom(crypto.getRandomValues(new Uint8Array(5))), service: '', words: 'A court order.', idempotencyKey: uuid() }),
  submitAsked: async (world) => {
    const asker = world.asker === 'supervisor' ? 'supervisor' : 'agent'
    const principal = await world.as(asker, world.whose === 'own' ? '1' : '2')
    const input = { query: await world.externalId(), service, words: 'A court order.', idempotencyKey: uuid() }
    const opened = await world.desk.command(openMark, input, principal)
    if ('notOpened' in opened) throw new Error(opened.notOpened)
    const { requestId } = opened
    await world.desk.planner.plan(requestId)
    return { requestId }
  },
  listIneligibility: none,
  reviewMark: async () => ({ entryId: uuid(), reviewOn: '2030-01-01', seen: 0 }),

  listLog: none,
  viewEntry: async () => ({ seq: 0 }),
  viewCaseLog: async (world) => ({ caseCode: (await world.openCase()).caseCode }),
  beginExport: none,
  recordExport: async () => ({ from: '2018-01-01', to: '2018-01-31', entries: 0, firstSeq: null, lastSeq: null, sha256 }),
  logTail: none,

  beginDemo: async () => ({}),
  endDemo: async () => ({}),
  recordFirstAdministrator: async () => ({ email: 'first@example.org', passwordHash: 'hash' }),
  recordStaff: async (world) => {
    const { humanRef } = await someStaff(world)
    return { email: `${fresh('new')}@example.org`, humanRef, role: 'agent', passwordHash: 'hash' }
  },
  disableStaff: async (world) => ({ staffId: (await someStaff(world)).id }),
  changeRole: async (world) => ({ staffId: (await someStaff(world)).id, role: 'auditor' }),
  nameDeputy: async (world) => ({ staffId: (await standIn(world)).id, lastDay: '' }),
  endDeputy: async (world) => {
    const { humanRef } = await standIn(world)
    const deputyId = uuid()
    const named = { id: deputyId, humanRef, namedBy: 'somebody', namedAt: world.clock.now(), endsAt: null }
    await world.inStore((store) => store.staff.nameDeputy(named))
    return { deputyId }
  },
  listDeputies: none,
  listStaff: none,
  addClient: async () => ({ name: fresh('client '), scopes: ['gate'] }),
  revokeClient: async () => ({ clientId: uuid() }),
  listClients: none,
  setSetting: async () => ({ key: 'cooling_off_days', value: '7' }),
  listSettings: none,
  setLawMark: async () => ({ jurisdiction: 'BR', mark: 'no' }),
  changeLawRow: async () => lawRow(),
  tryLawRow: async () => lawRow(),
  setWorkingDay: async () => ({ jurisdiction: 'CN', date: '2099-02-02', working: 'no' }),
  listLaws: none,
  viewLaws: none,
  whatIf: async () => ({ jurisdiction: 'CN', kind: 'deletion', scope: 'account', receivedOn: '2018-01-03' }),
  listKeys: none,
  listJobs: none,
  listScripts: async () => ({ reader: 'en' }),
  publishScript: async () => ({
    scriptId: 'say_now', locale: 'en', follows: 'v1', text: 'Who is calling?', validFrom: '', reason: 'shorter',
  }),
  addService: async () => {
    const key = fresh('service_')
    return { key, purposes: [key], restsOn: key }
  },
  listServices: none,
  nameService: async () => ({ key: 'credit_scoring', locale: 'zh-CN', text: '信用评分' }),
  namesForReader: async () => ({ locale: 'zh-CN' }),
  addSystem: async () => ({ name: fresh('system'), role: 'own', url: 'file:/shop.db', dataset: shopDataset }),
  listSystems: none,
  reachSystems: none,
  recordCheck: async () => ({ name: 'no-such', answer: '{}' }),
  viewSetUp: none,
  listMessages: none,
  listNotices: none,
  addNotice: async () => ({
    purpose: 'credit_scoring', version: fresh('v'), locale: 'en', title: 'Join', text: 'I want to join.', control: 'unticked_box',
    prominence: 'prominent', bundledWith: '', validFrom: '2018-01-01', validTo: '',
  }),
  recordBounce: async () => ({ tokens: ['a'.repeat(48)], code: '5.1.1' }),
  retryNotification: async () => ({ notificationId: uuid() }),
  runDoctor: none,

  beginPeopleImport: importBegin,
  beginNoticesImport: importBegin,
  beginConsentsImport: importBegin,
  beginHoldsImport: importBegin,
  finishPeopleImport: importEnd,
  finishNoticesImport: importEnd,
  finishConsentsImport: importEnd,
  finishHoldsImport: importEnd,
  putSubject: async () => ({ external_id: fresh('ext-'), identifiers: { email: `${fresh('p')}@example.org` } }),
  recordConsentEvents: async () => ({
    events: [{
      external_id: 'nobody', purpose: 'none', state: 'ConsentGiven', indication: 'ticked_box', channel: 'app',
      occurred_at: '2018-01-01T00:00:00Z',
    }],
  }),
  readTelling: async () => ({ token: '0'.repeat(32) }),
  readLink: async () => ({ token: '0'.repeat(32) }),
  useLink: async () => ({ token: '0'.repeat(32), answer: 'confirm' }),
  sendCaseLink: async (world) => ({ caseCode: (await world.openCase()).caseCode, version: 1 }),
  submitConfirmed: async (world) => ({ requestId: (await world.openCase()).id }),
  noteTellingOpened: async () => ({ token: '0'.repeat(32) }),
  viewCopyPage: async () => ({ token: '0'.repeat(32) }),
  noteCopyOpened: async () => ({ token: '0'.repeat(32) }),
  handOverCopy: async () => ({ token: '0'.repeat(32), sha256, bytes: 0, systems: 0, rows: 0, shared: 0, apart: 0 }),
  noteCopyFailed: async () => ({ token: '0'.repeat(32), system: 'shop', fault: 'unreachable' }),
  noteCopyFetched: async () => ({ token: '0'.repeat(32) }),
  releaseByLink: async () => ({ token: '0'.repeat(32) }),
  releaseCopy: (world) => world.openCase(),
  sendCopyAgain: (world) => world.openCase(),
  sendCopyLink: async (world) => ({ requestId: (await world.openCase()).id }),
  readConsents: async () => ({ external_id: 'nobody' }),
  readConsentRecord: async () => ({ external_id: 'nobody' }),
  putHold: async (world) => ({
    external_id: await world.externalId(), hold_ref: fresh('hold-'), covers: 'everything', basis: 'court_order',
    owner: 'legal', review_on: '2018-03-01',
  }),

  openReceived: async (world) => ({
    body: { kind: 'deregistration', service, external_ids: [await world.externalId()], channel: 'app', assurance: 2 },
    key: null,
  }),
  submitReceived: async (world) => ({ requestId: (await world.openCase()).id, assurance: 2 }),
  cancelReceived: async (world) => ({ case_code: (await world.openCase()).caseCode, assurance: 2 }),
  readRequest: async (world) => ({ case_code: (await world.openCase()).caseCode }),
  readMetrics: none,

  askGate: async () => ({ service, identifiers: [{ type: 'email', value: 'a@example.org' }] }),
  askGateBatch: async () => ({
    service, checks: [{ ref: '1', identifiers: [{ type: 'email', value: 'a@example.org' }] }],
  }),
  recordRefusals: async () => ({ service, refusals: [{ decisionId: uuid(), entryId: uuid() }] }),
  writeGateCounts: async () => ({ counts: [{ clientId: uuid(), service, minute: 0, allowed: 1 }] }),

  advanceRequest: async (world) => ({ requestId: (await world.openCase()).id }),
  submitOpenedBySystem: async (world) => ({ requestId: (await world.openCase()).id }),
  openOptOut: async (world) => ({ subjectId: await world.person(), purpose: service, callId: uuid(), at: Date.now() }),
  openByWithdrawal: async (world) => ({ subjectId: await world.person(), purpose: service, eventId: uuid() }),
  hastenAccess: async (world) => ({ requestId: (await world.openCase()).id, until: 0 }),
  putOff: async (world) => ({ requestId: (await world.openCase()).id, why: 'unreachable' }),
  meetChangedHold: async (world) => ({ holdId: uuid(), subjectId: await world.person() }),
  endExpired: none,
  endKept: none,
  queueNotification: async (world) => ({
    request: (await world.openCase()).id, template: 'received', to: 'contact_on_file', key: uuid(),
  }),
  finishNotification: async () => ({ notificationId: uuid(), state: 'sent', fault: null }),
  recordPlan: async () => ({ requestId: uuid(), plan: '{}', sealed: [] }),
  recordShrunkPlan: async () => ({ requestId: uuid(), plan: '{}', system: 'shop', text: '' }),
  startTask: task,
  finishTask: async () => ({ ...(await task()), found: 0, deleted: 0, masked: 0, kept: 0, informed: false }),
  failTask: async () => ({ ...(await task()), fault: 'unreachable', gaveUp: false }),
  resealKeys: async () => ({ requestId: uuid(), system: 'shop', text: '' }),
  settleRequest: async () => ({ requestId: uuid() }),
  recordRecheck: async () => ({ requestId: uuid(), round: 1, systems: [] }),
  giveJobUp: async () => ({ jobId: uuid(), kind: 'erasure.settle', fault: 'retry_span_over' }),
}
