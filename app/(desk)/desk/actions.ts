'use server'

import { action } from '#server/next/action.ts'
import { forgetIncomingAction, incomingAction } from '#server/next/incoming-call.ts'
import { addNote as addNoteVerb } from '#usecases/call/add-note.ts'
import { handOverCall as handOverVerb } from '#usecases/call/hand-over-call.ts'
import { resumeCall as resumeCallVerb } from '#usecases/call/resume-call.ts'
import { setCallerLanguage } from '#usecases/call/set-caller-language.ts'
import { setInterpreter as setInterpreterVerb } from '#usecases/call/set-interpreter.ts'
import { takeBackCall } from '#usecases/call/take-back-call.ts'
import { takeOverCall } from '#usecases/call/take-over-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { revealField } from '#usecases/person/reveal-field.ts'
import { callBack as callBackVerb } from '#usecases/request/call-back.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { viewer } from '#usecases/session/viewer.ts'
import { checkCode as checkCodeVerb } from '#usecases/verification/check-code.ts'
import { sendCode as sendCodeVerb } from '#usecases/verification/send-code.ts'

export const lookUp = action(lookUpPerson)
export const answerIncoming = incomingAction(lookUpPerson)
export const dismissIncoming = forgetIncomingAction(viewer)
export const resumeCall = action(resumeCallVerb)
export const sendCode = action(sendCodeVerb)
export const checkCode = action(checkCodeVerb)
export const reveal = action(revealField)
export const setCallerLocale = action(setCallerLanguage)
export const addNote = action(addNoteVerb)
export const submitRequest = action(submitFromCall)
export const handOver = action(handOverVerb)
export const takeBack = action(takeBackCall)
export const takeOver = action(takeOverCall)
export const setInterpreter = action(setInterpreterVerb)
export const wrapUp = action(wrapUpCall)
export const callBack = action(callBackVerb)
