'use server'
import { action } from '#server/next/action.ts'
import { releaseCopy as releaseCopyCommand } from '#usecases/access/release-copy.ts'
import { sendCopyAgain as sendCopyAgainCommand } from '#usecases/access/send-copy-again.ts'
import { beginCallBack as beginCallBackVerb } from '#usecases/call/begin-call-back.ts'
import { liftHold as liftHoldCommand } from '#usecases/hold/lift-hold.ts'
import { placeHold as placeHoldCommand } from '#usecases/hold/place-hold.ts'
import { answerRequest } from '#usecases/request/answer-request.ts'
import { callBack as callBackVerb } from '#usecases/request/call-back.ts'
import { cancelRequest } from '#usecases/request/cancel-request.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { doneByHand as doneByHandCommand } from '#usecases/request/done-by-hand.ts'
import { giveUpRequest } from '#usecases/request/give-up-request.ts'
import { keepAtSystem } from '#usecases/request/keep-at-system.ts'
import { nameSubjects as nameSubjectsCommand } from '#usecases/request/name-subjects.ts'
import { noDataFound } from '#usecases/request/no-data-found.ts'
import { parkRequest } from '#usecases/request/park-request.ts'
import { resolveDispute as resolveDisputeCommand } from '#usecases/request/resolve-dispute.ts'
import { retryRequest } from '#usecases/request/retry-request.ts'
import { showNumber as showNumberVerb } from '#usecases/request/show-number.ts'
import { sendCaseLink } from '#usecases/verification/send-case-link.ts'

export const cancel = action(cancelRequest)
export const dispute = action(disputeRequest)
export const answer = action(answerRequest)
export const placeHold = action(placeHoldCommand)
export const liftHold = action(liftHoldCommand)
export const retry = action(retryRequest)
export const doneByHand = action(doneByHandCommand)
export const keep = action(keepAtSystem)
export const resolveDispute = action(resolveDisputeCommand)
export const nameSubjects = action(nameSubjectsCommand)
export const noData = action(noDataFound)
export const callBack = action(callBackVerb)
export const showNumber = action(showNumberVerb)
export const beginCallBack = action(beginCallBackVerb)
export const releaseCopy = action(releaseCopyCommand)
export const sendCopyAgain = action(sendCopyAgainCommand)
export const park = action(parkRequest)
export const sendLink = action(sendCaseLink)
export const giveUp = action(giveUpRequest)
