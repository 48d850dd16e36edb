import { handOverCopy } from './access/hand-over-copy.ts'
import { noteCopyFailed } from './access/note-copy-failed.ts'
import { noteCopyFetched } from './access/note-copy-fetched.ts'
import { noteCopyOpened } from './access/note-copy-opened.ts'
import { releaseByLink } from './access/release-by-link.ts'
import { releaseCopy } from './access/release-copy.ts'
import { sendCopyAgain } from './access/send-copy-again.ts'
import { sendCopyLink } from './access/send-copy-link.ts'
import { viewCopyPage } from './access/view-copy-page.ts'
import { addNote } from './call/add-note.ts'
import { beginCallBack } from './call/begin-call-back.ts'
import { handOverCall } from './call/hand-over-call.ts'
import { openCall } from './call/open-call.ts'
import { resumeCall } from './call/resume-call.ts'
import { switchSubject } from './call/switch-subject.ts'
import { setCallerLanguage } from './call/set-caller-language.ts'
import { setInterpreter } from './call/set-interpreter.ts'
import { takeBackCall } from './call/take-back-call.ts'
import { takeOverCall } from './call/take-over-call.ts'
import { wrapUpCall } from './call/wrap-up-call.ts'
import { listOwnCases } from './case/list-own-cases.ts'
import { openCase } from './case/open-case.ts'
import { viewCase } from './case/view-case.ts'
import { viewEndedCase } from './case/view-ended-case.ts'
import { viewPulse } from './case/view-pulse.ts'
import { addClient } from './client/add-client.ts'
import { listClients } from './client/list-clients.ts'
import { revokeClient } from './client/revoke-client.ts'
import { readConsentRecord, readConsents } from './consent/read-consents.ts'
import { recordConsentEvents } from './consent/record-consents.ts'
import { viewDesk } from './desk/view-desk.ts'
import { judgeDocument } from './erased/check-document.ts'
import { judgeReceipt } from './erased/check-receipt.ts'
import { openAfterErasure } from './erased/open-after-erasure.ts'
import { sayReceipt } from './erased/say-receipt.ts'
import { failTask } from './erasure/fail-task.ts'
import { finishTask } from './erasure/finish-task.ts'
import { recordPlan } from './erasure/record-plan.ts'
import { recordRecheck } from './erasure/record-recheck.ts'
import { recordShrunkPlan } from './erasure/record-shrunk-plan.ts'
import { resealKeys } from './erasure/reseal-keys.ts'
import { settleRequest } from './erasure/settle-request.ts'
import { startTask } from './erasure/start-task.ts'
import { endExpired } from './expiry/end-expired.ts'
import { endKept } from './expiry/end-kept.ts'
import { listWorkItems } from './review/list-work-items.ts'
import { resolveWorkItem } from './review/resolve-work-item.ts'
import { reviewCall } from './review/review-call.ts'
import { viewReviews } from './review/view-reviews.ts'
import { viewShift } from './shift/view-shift.ts'
import { listPartners } from './partner/list-partners.ts'
import { noteContact } from './partner/note-contact.ts'
import { noteLetter } from './partner/note-letter.ts'
import { noteTellingOpened } from './telling/note-telling-opened.ts'
import { readTelling } from './telling/read-telling.ts'
import { askGate, askGateBatch } from './gate/ask-gate.ts'
import { findRefusal } from './gate/find-refusal.ts'
import { writeGateCounts } from './gate/log-gate-counts.ts'
import { recordRefusals } from './gate/record-refusals.ts'
import { listHolds } from './hold/list-holds.ts'
import { liftHold } from './hold/lift-hold.ts'
import { meetChangedHold } from './hold/meet-changed-hold.ts'
import { placeHold } from './hold/place-hold.ts'
import { putHold } from './hold/put-hold.ts'
import { reviewHold } from './hold/review-hold.ts'
import {
  beginConsentsImport,
  beginHoldsImport,
  beginNoticesImport,
  beginPeopleImport,
} from './import/begin-import.ts'
import {
  finishConsentsImport,
  finishHoldsImport,
  finishNoticesImport,
  finishPeopleImport,
} from './import/finish-import.ts'
import { listIneligibility } from './ineligibility/list-ineligibility.ts'
import { openCorrection } from './ineligibility/open-correction.ts'
import { openMark } from './ineligibility/open-mark.ts'
import { reviewMark } from './ineligibility/review-mark.ts'
import { submitAsked } from './ineligibility/submit-asked.ts'
import { giveJobUp } from './job/give-job-up.ts'
import { listLaws } from './law/list-laws.ts'
import { changeLawRow } from './law/change-law-row.ts'
import { setLawMark } from './law/set-law-mark.ts'
import { setWorkingDay } from './law/set-working-day.ts'
import { tryLawRow } from './law/try-law-row.ts'
import { beginExport, recordExport } from './log/export-log.ts'
import { listLog } from './log/list-log.ts'
import { logTail } from './log/log-tail.ts'
import { viewCaseLog } from './log/view-case-log.ts'
import { viewEntry } from './log/view-entry.ts'
import { readMetrics } from './metrics/read-metrics.ts'
import { addNotice } from './notice/add-notice.ts'
import { listNotices } from './notice/list-notices.ts'
import { listScripts } from './script/list-scripts.ts'
import { publishScript } from './script/publish-script.ts'
import { listKeys } from './key/list-keys.ts'
import { listJobs } from './job/list-jobs.ts'
import { viewLaws } from './law/view-laws.ts'
import { whatIf } from './law/what-if.ts'
import { listMessages } from './notification/list-messages.ts'
import { recordBounce } from './notification/record-bounce.ts'
import { retryNotification } from './notification/retry-notification.ts'
import { finishNotification } from './notification/finish-notification.ts'
import { queueNotification } from './notification/queue-notification.ts'
import { lookUpPerson } from './person/look-up-person.ts'
import { revealField } from './person/reveal-field.ts'
import { askedOfSystems, viewForeseen } from './plan/foresee-plan.ts'
import { viewPlan } from './plan/show-plan.ts'
import { viewApprovals } from './queue/view-approvals.ts'
import { advanceRequest } from './request/advance-request.ts'
import { answerObjection } from './request/answer-objection.ts'
import { answerRequest } from './request/answer-request.ts'
import { approveRequest } from './request/approve-request.ts'
import { cancelReceived } from './request/cancel-received.ts'
import { cancelRequest } from './request/cancel-request.ts'
import { disputeByCode } from './request/dispute-by-code.ts'
import { disputeRequest } from './request/dispute-request.ts'
import { doneByHand } from './request/done-by-hand.ts'
import { extendRequest } from './request/extend-request.ts'
import { findErasedInError } from './request/find-erased-in-error.ts'
import { keepAtSystem } from './request/keep-at-system.ts'
import { resolveDispute } from './request/resolve-dispute.ts'
import { giveUpRequest } from './request/give-up-request.ts'
import { hastenAccess } from './request/hasten-access.ts'
import { openByWithdrawal } from './request/open-by-withdrawal.ts'
import { openFromCall } from './request/open-from-call.ts'
import { openOptOut } from './request/open-opt-out.ts'
import { optOut } from './request/opt-out.ts'
import { openReceived } from './request/open-received.ts'
import { parkRequest } from './request/park-request.ts'
import { putOff } from './request/put-off.ts'
import { readRequest } from './request/read-request.ts'
import { submitReceived } from './request/receive-request.ts'
import { showNumber } from './request/show-number.ts'
import { rejectRequest } from './request/reject-request.ts'
import { retryRequest } from './request/retry-request.ts'
import { returnRequest } from './request/return-request.ts'
import { submitOpenedBySystem } from './request/submit-opened-by-system.ts'
import { recordIntake } from './intake/record-intake.ts'
import { viewIntake } from './intake/view-intake.ts'
import { nameCaller } from './request/name-caller.ts'
import { nameSubjects } from './request/name-subjects.ts'
import { noDataFound } from './request/no-data-found.ts'
import { noteCallBack } from './request/note-call-back.ts'
import { submitCalledBack } from './request/submit-called-back.ts'
import { submitConfirmed } from './request/submit-confirmed.ts'
import { submitOpened } from './request/submit-opened.ts'
import { addService } from './service/add-service.ts'
import { listServices } from './service/list-services.ts'
import { nameService } from './service/name-service.ts'
import { namesForReader } from './service/names-for-reader.ts'
import { recordSignIn } from './session/sign-in.ts'
import { signOutEverywhere } from './session/sign-out-everywhere.ts'
import { signOut } from './session/sign-out.ts'
import { viewer } from './session/viewer.ts'
import { waitingCounts } from './session/waiting-counts.ts'
import { listSettings } from './setting/list-settings.ts'
import { setSetting } from './setting/set-setting.ts'
import { recordFirstAdministrator } from './setup/init-desk.ts'
import { beginDemo, endDemo } from './setup/make-demo.ts'
import { runDoctor } from './setup/run-doctor.ts'
import { viewSetUp } from './setup/view-setup.ts'
import { recordStaff } from './staff/add-staff.ts'
import { changeRole } from './staff/change-role.ts'
import { keepDraft } from './draft/keep-draft.ts'
import { readDraft } from './draft/read-draft.ts'
import { disableStaff } from './staff/disable-staff.ts'
import { endDeputy } from './staff/end-deputy.ts'
import { listDeputies } from './staff/list-deputies.ts'
import { listStaff } from './staff/list-staff.ts'
import { nameDeputy } from './staff/name-deputy.ts'
import { putSubject } from './subject/put-subject.ts'
import { addSystem } from './system/add-system.ts'
import { recordCheck } from './system/check-system.ts'
import { listSystems } from './system/list-systems.ts'
import { reachSystems } from './system/may-connect.ts'
import { addRepresentative } from './verification/add-representative.ts'
import { judgeCode } from './verification/check-code.ts'
import { checkAuthority, checkDocument } from './verification/judge-check.ts'
import { listChecks } from './verification/list-checks.ts'
import { noteProof } from './verification/note-proof.ts'
import { objectToCheck } from './verification/object-to-check.ts'
import { openCheck } from './verification/open-check.ts'
import { reportContactLost } from './verification/report-contact-lost.ts'
import { makeStatedCode } from './verification/send-stated-code.ts'
import { makeCode } from './verification/send-code.ts'
import { readLink } from './verification/read-link.ts'
import { sendCaseLink } from './verification/send-case-link.ts'
import { makeLink } from './verification/send-link.ts'
import { useLink } from './verification/use-link.ts'
import { settleObjection } from './verification/settle-objection.ts'

/**
 * Every command and query there is, by the name of its export. The permission matrix runs each of them for every kind
 * of caller; a verb that is declared and does not stand here fails tests/integration/all-verbs.test.ts.
 */
export const allVerbs = {
  addClient,
  addNote,
  addNotice,
  addRepresentative,
  checkAuthority,
  checkDocument,
  listChecks,
  noteProof,
  objectToCheck,
  openCheck,
  reportContactLost,
  settleObjection,
  addService,
  answerObjection,
  endDeputy,
  extendRequest,
  findErasedInError,
  listDeputies,
  listIneligibility,
  nameDeputy,
  nameService,
  nameCaller,
  nameSubjects,
  noDataFound,
  addSystem,
  advanceRequest,
  answerRequest,
  askedOfSystems,
  approveRequest,
  askGate,
  askGateBatch,
  beginCallBack,
  beginConsentsImport,
  beginDemo,
  beginExport,
  beginHoldsImport,
  beginNoticesImport,
  beginPeopleImport,
  cancelReceived,
  cancelRequest,
  changeRole,
  disableStaff,
  handOverCall,
  keepDraft,
  readDraft,
  setInterpreter,
  takeBackCall,
  takeOverCall,
  disputeByCode,
  disputeRequest,
  doneByHand,
  endDemo,
  endExpired,
  endKept,
  failTask,
  findRefusal,
  finishConsentsImport,
  finishHoldsImport,
  finishNoticesImport,
  finishNotification,
  finishPeopleImport,
  finishTask,
  giveJobUp,
  giveUpRequest,
  hastenAccess,
  judgeCode,
  judgeDocument,
  judgeReceipt,
  keepAtSystem,
  liftHold,
  listHolds,
  listClients,
  listJobs,
  listKeys,
  listLaws,
  listLog,
  listMessages,
  listNotices,
  listOwnCases,
  listPartners,
  listServices,
  namesForReader,
  noteCallBack,
  listScripts,
  publishScript,
  noteContact,
  noteLetter,
  listSettings,
  listStaff,
  listSystems,
  listWorkItems,
  logTail,
  lookUpPerson,
  makeCode,
  makeLink,
  makeStatedCode,
  meetChangedHold,
  openAfterErasure,
  openByWithdrawal,
  openCall,
  openCase,
  openCorrection,
  openFromCall,
  openMark,
  openOptOut,
  openReceived,
  optOut,
  parkRequest,
  placeHold,
  putHold,
  putOff,
  putSubject,
  queueNotification,
  reachSystems,
  readConsentRecord,
  readConsents,
  readMetrics,
  readRequest,
  recordBounce,
  recordCheck,
  recordConsentEvents,
  recordExport,
  recordFirstAdministrator,
  recordIntake,
  recordPlan,
  recordRecheck,
  recordRefusals,
  recordShrunkPlan,
  recordSignIn,
  recordStaff,
  rejectRequest,
  resealKeys,
  resolveDispute,
  resolveWorkItem,
  resumeCall,
  retryNotification,
  retryRequest,
  returnRequest,
  reviewCall,
  revealField,
  reviewHold,
  reviewMark,
  revokeClient,
  runDoctor,
  sayReceipt,
  setCallerLanguage,
  setLawMark,
  changeLawRow,
  setWorkingDay,
  tryLawRow,
  setSetting,
  settleRequest,
  showNumber,
  signOut,
  signOutEverywhere,
  startTask,
  submitAsked,
  submitCalledBack,
  submitConfirmed,
  submitOpened,
  submitOpenedBySystem,
  submitReceived,
  switchSubject,
  viewApprovals,
  viewCase,
  viewCaseLog,
  viewDesk,
  viewEntry,
  viewForeseen,
  viewIntake,
  viewPlan,
  viewEndedCase,
  viewPulse,
  viewReviews,
  viewLaws,
  viewSetUp,
  whatIf,
  viewShift,
  readLink,
  readTelling,
  sendCaseLink,
  noteTellingOpened,
  handOverCopy,
  noteCopyFailed,
  noteCopyFetched,
  noteCopyOpened,
  releaseByLink,
  releaseCopy,
  sendCopyAgain,
  sendCopyLink,
  viewCopyPage,
  useLink,
  viewer,
  waitingCounts,
  wrapUpCall,
  writeGateCounts,
} as const
