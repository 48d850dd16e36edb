/**
 * Who may do what, verb by verb, written by hand from domain.md §2, §4 and §5 and from the machine clients' scopes in
 * interface.md; never derived from the policy table, which it is there to check. `own` and `others` is about whose
 * call, case or request it is (for staff and settings: oneself or somebody else). Whoever is not named may not.
 *
 * For an agent *own* is what they opened or hold; for a supervisor it is a request that they have a part in.
 */
export type Who =
  | 'agent'
  | 'supervisor'
  | 'auditor'
  | 'administrator'
  | 'system'
  | 'operator'
  | 'nobody'
  | `scope:${string}`

export interface ExpectedRow {
  readonly own: readonly Who[]
  readonly others: readonly Who[]
}

const both = (...who: Who[]): ExpectedRow => ({ own: who, others: who })

const everyRole = ['agent', 'supervisor', 'auditor', 'administrator'] as const

export const expectedPermissions: Readonly<Record<string, ExpectedRow>> = {
  // Signing in and out. Whoever signs in is nobody yet; a session that has just ended can still be signed out.
  recordSignIn: both('nobody'),
  signOut: both(...everyRole, 'nobody'),
  signOutEverywhere: both(...everyRole),
  viewer: both(...everyRole),
  waitingCounts: both(...everyRole),
  // Whoever holds the link in a message reads what was told in writing: nobody is signed in for it.
  readTelling: both('nobody'),
  noteTellingOpened: both('nobody'),
  // Whoever holds the link to a copy fetches it, and says that nothing need wait for it.
  viewCopyPage: both('nobody'),
  noteCopyOpened: both('nobody'),
  handOverCopy: both('nobody'),
  noteCopyFailed: both('nobody'),
  noteCopyFetched: both('nobody'),
  releaseByLink: both('nobody'),
  // The person on the line says so, or has the link sent again.
  releaseCopy: { own: ['agent'], others: [] },
  sendCopyAgain: { own: ['agent'], others: [] },
  sendCopyLink: both('system'),
  // And whoever holds the one-time link that went to a contact on file says whether it was them.
  readLink: both('nobody'),
  useLink: both('nobody'),
  // Any agent who has the time asks by a link, as they would call back.
  sendCaseLink: both('agent'),
  submitConfirmed: both('system'),

  // The agent, on a call of their own: never on another's. A call's beginning has no owner yet.
  openCall: both('agent'),
  viewDesk: both('agent'),
  resumeCall: { own: ['agent'], others: [] },
  addNote: { own: ['agent'], others: [] },
  setCallerLanguage: { own: ['agent'], others: [] },
  // What is being typed: in a call of one's own.
  keepDraft: { own: ['agent'], others: [] },
  readDraft: { own: ['agent'], others: [] },
  setInterpreter: { own: ['agent'], others: [] },
  handOverCall: { own: ['agent'], others: [] },
  takeBackCall: { own: ['agent'], others: [] },
  // Whoever is free takes what a colleague offers.
  takeOverCall: both('agent'),
  wrapUpCall: { own: ['agent'], others: [] },
  switchSubject: { own: ['agent'], others: [] },
  lookUpPerson: { own: ['agent'], others: [] },
  makeCode: { own: ['agent'], others: [] },
  makeLink: { own: ['agent'], others: [] },
  judgeCode: { own: ['agent'], others: [] },
  revealField: { own: ['agent'], others: [] },
  makeStatedCode: { own: ['agent'], others: [] },
  judgeReceipt: { own: ['agent'], others: [] },
  judgeDocument: { own: ['agent'], others: [] },
  // With the person verified on the line, and nobody else.
  findRefusal: { own: ['agent'], others: [] },
  sayReceipt: { own: ['agent'], others: [] },
  openAfterErasure: { own: ['agent'], others: [] },
  // What a caller shows or claims is noted in one's own call; who is said to be represented may object at level 1.
  noteProof: { own: ['agent'], others: [] },
  reportContactLost: { own: ['agent'], others: [] },
  addRepresentative: { own: ['agent'], others: [] },
  objectToCheck: { own: ['agent'], others: [] },
  // A supervisor checks it, and does not decide about that person (§5.4).
  listChecks: both('supervisor'),
  openCheck: both('supervisor'),
  checkDocument: both('supervisor'),
  checkAuthority: both('supervisor'),
  settleObjection: both('supervisor'),

  // Requests: agents open and carry their own; the person at the other end of their call cancels and disputes.
  openFromCall: { own: ['agent'], others: [] },
  submitOpened: { own: ['agent'], others: [] },
  cancelRequest: { own: ['agent', 'scope:requests.write'], others: ['scope:requests.write'] },
  viewIntake: both('agent'),
  recordIntake: both('agent'),
  noDataFound: { own: ['agent'], others: [] },
  // Whoever has the writer verified on the line.
  nameCaller: { own: ['agent'], others: [] },
  // It is a look-up: an agent's, for the case that they took in.
  nameSubjects: { own: ['agent'], others: [] },
  // Whoever has the time calls back; what was said is noted in a call of their own. A supervisor calls what is parked.
  noteCallBack: both('agent', 'supervisor'),
  showNumber: both('agent', 'supervisor'),
  beginCallBack: both('agent'),
  // The caller of one's own call, whom somebody is steering.
  parkRequest: { own: ['agent'], others: [] },
  // Never by whoever opened it.
  giveUpRequest: { own: ['supervisor', 'system'], others: ['agent', 'supervisor', 'system'] },
  submitCalledBack: { own: ['agent'], others: [] },
  disputeRequest: { own: ['agent'], others: [] },
  disputeByCode: { own: ['agent'], others: [] },
  optOut: { own: ['agent'], others: [] },
  answerRequest: { own: ['agent'], others: [] },
  // A supervisor opens the ineligibility kinds, so has cases too.
  listOwnCases: both('agent', 'supervisor'),
  // Whoever opened, verified or edited a request can not decide it (§4, 2).
  approveRequest: { own: [], others: ['supervisor'] },
  returnRequest: { own: [], others: ['supervisor'] },
  rejectRequest: { own: [], others: ['supervisor'] },
  // In words, by who had no part in it; and no more time than the law gives.
  answerObjection: { own: [], others: ['supervisor'] },
  findErasedInError: both('supervisor'),
  extendRequest: both('supervisor'),
  retryRequest: both('supervisor'),
  doneByHand: both('supervisor'),
  keepAtSystem: both('supervisor'),
  resolveDispute: both('supervisor'),
  viewApprovals: both('supervisor'),
  // The case without personal data: the agent's own; supervisors and auditors every one.
  viewCase: { own: ['agent', 'supervisor', 'auditor'], others: ['supervisor', 'auditor'] },
  // That the records of a case ended says nothing of it.
  viewEndedCase: both('agent', 'supervisor', 'auditor'),
  viewPulse: { own: ['agent', 'supervisor', 'auditor'], others: ['supervisor', 'auditor'] },
  openCase: both('supervisor'),
  // Look-ups to review, and what systems sent that they should not have: nobody's but a supervisor's.
  viewReviews: both('supervisor'),
  reviewCall: both('supervisor'),
  viewShift: both('supervisor'),
  listPartners: both('supervisor'),
  noteLetter: both('supervisor'),
  noteContact: both('supervisor'),
  listWorkItems: both('supervisor'),
  resolveWorkItem: both('supervisor'),
  // Counts and reasons, no person: who decides, who audits, and `desk plan`; an agent sees it in the call, verified.
  // The numbers of what they are about to submit, for a verified caller of their own call.
  askedOfSystems: { own: ['agent'], others: [] },
  viewForeseen: { own: ['agent'], others: [] },
  viewPlan: both('supervisor', 'auditor', 'operator'),
  // Placing or lifting a hold is a supervisor's, and makes it theirs: they can not decide it afterwards.
  placeHold: both('supervisor'),
  liftHold: both('supervisor'),
  reviewHold: both('supervisor'),
  listHolds: both('supervisor'),

  // A mark without a deletion, or its correction: an agent or a supervisor asks (§5.3), and submits what they asked.
  openMark: both('agent', 'supervisor'),
  openCorrection: both('agent', 'supervisor'),
  submitAsked: { own: ['agent', 'supervisor'], others: [] },
  listIneligibility: both('agent', 'supervisor'),
  reviewMark: both('supervisor'),

  // The auditor reads what was done and exports it. The operator exports and numbers, and reads nothing on screen.
  listLog: both('auditor'),
  viewEntry: both('auditor'),
  viewCaseLog: both('auditor'),
  beginExport: both('auditor', 'operator'),
  recordExport: both('auditor', 'operator'),
  logTail: both('system', 'operator'),

  // The administrator: staff, clients, systems, laws, settings; never about themselves. The operator sets up.
  recordFirstAdministrator: both('operator'),
  beginDemo: both('operator'),
  endDemo: both('operator'),
  recordStaff: { own: ['operator'], others: ['administrator', 'operator'] },
  disableStaff: { own: ['operator'], others: ['administrator', 'operator'] },
  changeRole: { own: [], others: ['administrator'] },
  listStaff: both('administrator'),
  // Who stands in for the supervisors: never named or ended by themselves.
  nameDeputy: { own: [], others: ['supervisor', 'administrator'] },
  endDeputy: { own: [], others: ['supervisor', 'administrator'] },
  listDeputies: both('supervisor', 'administrator'),
  addClient: both('administrator', 'operator'),
  revokeClient: both('administrator', 'operator'),
  listClients: both('administrator', 'operator'),
  setSetting: both('administrator', 'operator'),
  listSettings: both('administrator', 'operator'),
  setLawMark: both('administrator', 'operator'),
  changeLawRow: both('administrator', 'operator'),
  tryLawRow: both('administrator', 'operator'),
  setWorkingDay: both('administrator', 'operator'),
  listLaws: both('administrator', 'operator'),
  viewLaws: both('administrator', 'operator'),
  whatIf: both('administrator', 'operator'),
  listKeys: both('administrator'),
  listJobs: both('administrator'),
  listScripts: both('administrator'),
  publishScript: both('administrator'),
  addService: both('administrator', 'operator'),
  listServices: both(...everyRole, 'operator'),
  nameService: both('administrator', 'operator'),
  namesForReader: both(...everyRole, 'operator'),
  addSystem: both('administrator', 'operator'),
  listSystems: both('administrator', 'operator'),
  reachSystems: both('administrator', 'operator'),
  recordCheck: both('administrator', 'operator'),
  viewSetUp: both('administrator'),
  // How notices fared and what failed, without a person: whoever sets the desk up sees it and sends again.
  addNotice: both('administrator'),
  // What was shown is no secret: everybody here reads it with a caller, a case or an entry.
  listNotices: both(...everyRole),
  listMessages: both('administrator'),
  retryNotification: both('administrator'),
  recordBounce: both('operator'),
  runDoctor: both('operator'),

  // Data coming in: files by the operator's command line, single people by the account system.
  beginPeopleImport: both('operator'),
  beginNoticesImport: both('operator'),
  beginConsentsImport: both('operator'),
  beginHoldsImport: both('operator'),
  finishPeopleImport: both('operator'),
  finishNoticesImport: both('operator'),
  finishConsentsImport: both('operator'),
  finishHoldsImport: both('operator'),
  putSubject: both('scope:subjects.write'),
  recordConsentEvents: both('scope:consents.write'),
  readConsents: both('scope:consents.read'),
  readConsentRecord: both('scope:consents.read'),
  putHold: both('scope:holds.write'),

  // The operator's own app: takes requests in, cancels and reads them; it decides none.
  openReceived: both('scope:requests.write'),
  submitReceived: both('scope:requests.write'),
  cancelReceived: both('scope:requests.write'),
  readRequest: both('scope:requests.read'),
  readMetrics: both('scope:metrics'),

  // The gate is the enrolment service's alone: no member of staff can ask it about a person.
  askGate: both('scope:gate'),
  askGateBatch: both('scope:gate'),
  recordRefusals: both('scope:gate'),
  writeGateCounts: both('system'),

  // The worker, and nobody else, carries a decision out.
  advanceRequest: both('system'),
  submitOpenedBySystem: both('system'),
  openByWithdrawal: both('system'),
  openOptOut: both('system'),
  hastenAccess: both('system'),
  putOff: both('system'),
  meetChangedHold: both('system'),
  endExpired: both('system'),
  endKept: both('system'),
  queueNotification: both('system'),
  finishNotification: both('system'),
  recordPlan: both('system'),
  recordShrunkPlan: both('system'),
  startTask: both('system'),
  finishTask: both('system'),
  failTask: both('system'),
  resealKeys: both('system'),
  settleRequest: both('system'),
  recordRecheck: both('system'),
  giveJobUp: both('system'),
}
