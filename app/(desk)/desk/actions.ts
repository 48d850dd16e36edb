'use server'

import { action } from '#server/next/action.ts'
import { forgetIncomingAction, incomingAction } from '#server/next/incoming-call.ts'
import { addNote as addNoteVerb } from '#usecases/call/add-note.ts'
import { beginCallBack as beginCallBackVerb } from '#usecases/call/begin-call-back.ts'
import { handOverCall as handOverVerb } from '#usecases/call/hand-over-call.ts'
import { openCall as openCallVerb } from '#usecases/call/open-call.ts'
import { resumeCall as resumeCallVerb } from '#usecases/call/resume-call.ts'
import { setCallerLanguage } from '#usecases/call/set-caller-language.ts'
import { setInterpreter as setInterpreterVerb } from '#usecases/call/set-interpreter.ts'
import { switchSubject as switchSubjectVerb } from '#usecases/call/switch-subject.ts'
import { takeBackCall } from '#usecases/call/take-back-call.ts'
import { takeOverCall } from '#usecases/call/take-over-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { askAfterErasure as askAfterErasureVerb } from '#usecases/erased/ask-after-erasure.ts'
import { checkDocument as checkDocumentVerb } from '#usecases/erased/check-document.ts'
import { checkReceipt as checkReceiptVerb } from '#usecases/erased/check-receipt.ts'
import { sayReceipt as sayReceiptVerb } from '#usecases/erased/say-receipt.ts'
import { findRefusal as findRefusalVerb } from '#usecases/gate/find-refusal.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { revealField } from '#usecases/person/reveal-field.ts'
import { foreseePlan as foreseePlanVerb } from '#usecases/plan/foresee-plan.ts'
import { callBack as callBackVerb } from '#usecases/request/call-back.ts'
import { disputeByCode as disputeByCodeVerb } from '#usecases/request/dispute-by-code.ts'
import { nameCaller as nameCallerVerb } from '#usecases/request/name-caller.ts'
import { openFromCall } from '#usecases/request/open-from-call.ts'
import { optOut as optOutVerb } from '#usecases/request/opt-out.ts'
import { parkRequest } from '#usecases/request/park-request.ts'
import { showNumber as showNumberVerb } from '#usecases/request/show-number.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { viewer } from '#usecases/session/viewer.ts'
import { addRepresentative as addRepresentativeVerb } from '#usecases/verification/add-representative.ts'
import { checkCode as checkCodeVerb } from '#usecases/verification/check-code.ts'
import { noteProof as noteProofVerb } from '#usecases/verification/note-proof.ts'
import { objectToCheck as objectToCheckVerb } from '#usecases/verification/object-to-check.ts'
import { reportContactLost } from '#usecases/verification/report-contact-lost.ts'
import { sendCode as sendCodeVerb } from '#usecases/verification/send-code.ts'
import { sendLink as sendLinkVerb } from '#usecases/verification/send-link.ts'
import { sendStatedCode as sendStatedCodeVerb } from '#usecases/verification/send-stated-code.ts'

export const lookUp = action(lookUpPerson)
export const answerIncoming = incomingAction(lookUpPerson)
export const dismissIncoming = forgetIncomingAction(viewer)
export const resumeCall = action(resumeCallVerb)
export const sendCode = action(sendCodeVerb)
export const sendLink = action(sendLinkVerb)
export const checkCode = action(checkCodeVerb)
export const sendStatedCode = action(sendStatedCodeVerb)
export const checkReceipt = action(checkReceiptVerb)
export const checkDocument = action(checkDocumentVerb)
export const sayReceipt = action(sayReceiptVerb)
export const askAfterErasure = action(askAfterErasureVerb)
export const noteProof = action(noteProofVerb)
export const reportLost = action(reportContactLost)
export const addRepresentative = action(addRepresentativeVerb)
export const objectToCheck = action(objectToCheckVerb)
export const reveal = action(revealField)
export const setCallerLocale = action(setCallerLanguage)
export const addNote = action(addNoteVerb)
export const disputeByCode = action(disputeByCodeVerb)
export const nameCaller = action(nameCallerVerb)
export const optOut = action(optOutVerb)
export const findRefusal = action(findRefusalVerb)
export const switchSubject = action(switchSubjectVerb)
export const foreseePlan = action(foreseePlanVerb)
export const takeDown = action(openFromCall)
export const submitRequest = action(submitFromCall)
export const handOver = action(handOverVerb)
export const takeBack = action(takeBackCall)
export const takeOver = action(takeOverCall)
export const setInterpreter = action(setInterpreterVerb)
export const wrapUp = action(wrapUpCall)
export const callBack = action(callBackVerb)
export const showNumber = action(showNumberVerb)
export const beginCallBack = action(beginCallBackVerb)
export const park = action(parkRequest)
export const openCall = action(openCallVerb)
