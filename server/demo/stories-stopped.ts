import { cancelRequest } from '#usecases/request/cancel-request.ts'
import type { ToldResult } from '#domain/request/request.ts'
import { answerCall, callAndAsk, callAndDispute, endCall, submitFor, verifyCaller } from './calls.ts'
import { approve, caseOf, hold } from './decisions.ts'
import type { Stage } from './stage.ts'
import type { Story } from './timeline.ts'
import { says } from './words.ts'

const service = 'deletion:credit_scoring'
const day = 86_400_000

/** The line breaks off before anything is submitted. */
async function* isCutOff(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_apart')
  yield moments.minutesAgo(95)
  const call = await answerCall(floor, 'li', caller)
  await verifyCaller(floor, call)
  await submitFor(floor, call, caller, { choice: service, words: says(caller, 'allGone'), dropped: true })
  await endCall(floor, call, 'call_dropped')
}

/** Asked for without the code: it waits for the person to be sure of, and after fourteen days it is given up. */
async function* isUnverified(stage: Stage, daysAgo: number): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_2016')
  yield moments.day(daysAgo, 320)
  const call = await answerCall(floor, 'zhang', caller)
  await submitFor(floor, call, caller, { choice: 'deregistration:credit_scoring', words: says(caller, 'wantsOut') })
  await endCall(floor, call, 'request_opened')
}

/** Not told, or somebody else is steering: it waits for a call back to the number on file. */
async function* isParked(stage: Stage, daysAgo: number, told: ToldResult): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('mixed')
  yield moments.day(daysAgo, 170)
  const call = await answerCall(floor, 'li', caller)
  await verifyCaller(floor, call)
  await submitFor(floor, call, caller, { choice: service, told, words: says(caller, 'allGone') })
  await endCall(floor, call, 'promised_call', { callBackAt: moments.hoursAgo(-3) })
}

async function* isCancelled(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_2016')
  yield moments.day(6, 380)
  const caseCode = await callAndAsk(floor, 'li', caller, { choice: service, words: says(caller, 'allGone') })
  yield moments.day(5, 60)
  const call = await answerCall(floor, 'zhang', caller, caseCode)
  await verifyCaller(floor, call)
  const { version } = await caseOf(floor, caseCode)
  await floor.desk.command(cancelRequest, { caseCode, version, callId: call.callId }, call.agent)
  await endCall(floor, call, 'question_answered')
}

async function* isHeld(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_2016')
  yield moments.day(8, 220)
  const caseCode = await callAndAsk(floor, 'zhang', caller, { choice: service, words: says(caller, 'allGone') })
  yield moments.day(6, 35)
  await hold(floor, 'zhao', caseCode, {
    basisCode: 'lawsuit', basis: 'Pending lawsuit', reviewAt: floor.clock.now() + 60 * day,
  })
}

/** Asked for and approved, and then the person calls: that was not me. */
async function* isDisputed(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('renewed')
  yield moments.day(7, 25)
  const caseCode = await callAndAsk(floor, 'li', caller, { choice: service, words: says(caller, 'allGone') })
  yield moments.day(5, 290)
  await approve(floor, 'chen', caseCode)
  yield moments.day(1, 330)
  await callAndDispute(floor, 'zhang', caller, caseCode)
}

/** Everything that did not begin, was stopped, or waits for the caller. */
export const storiesStopped = (stage: Stage): Story[] => [
  isCutOff(stage),
  isUnverified(stage, 2),
  isUnverified(stage, 1),
  isUnverified(stage, 18),
  isParked(stage, 2, 'under_pressure'),
  isParked(stage, 1, 'not_told'),
  isCancelled(stage),
  isHeld(stage),
  isDisputed(stage),
]
