import { revealField } from '#usecases/person/reveal-field.ts'
import { reviewCall } from '#usecases/review/review-call.ts'
import { answerCall, endCall, verifyCaller, type LiveCall } from './calls.ts'
import type { Stage } from './stage.ts'
import type { Story } from './timeline.ts'

/** The caller's name is read in the clear, as the screen does it. */
const revealName = ({ floor }: Stage, { callId, agent, subjectId }: LiveCall) =>
  floor.desk.query(revealField, { callId, subjectId, fieldId: 'name', field: 'name', reason: 'read_back' }, agent)

/** Somebody was found, and the call ended as if nobody had been. */
async function* foundThoughNotFound(stage: Stage): Story {
  const caller = stage.cast.take('quiet')
  yield stage.moments.day(2, 250)
  const call = await answerCall(stage.floor, 'zhang', caller)
  await endCall(stage.floor, call, 'not_found')
}

/** A name was read in the clear for a question that needed none, and no case was touched. */
async function* revealWithoutRequest(stage: Stage): Story {
  const caller = stage.cast.take('quiet')
  yield stage.moments.day(3, 160)
  const call = await answerCall(stage.floor, 'li', caller)
  await verifyCaller(stage.floor, call)
  await revealName(stage, call)
  await endCall(stage.floor, call, 'question_answered')
}

/** A wrong number at which somebody was looked up all the same: a supervisor has found that worth a talk. */
async function* toBeTalkedAbout(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('quiet')
  yield moments.day(6, 45)
  const call = await answerCall(floor, 'zhang', caller)
  await endCall(floor, call, 'wrong_number')
  yield moments.day(5, 300)
  await floor.desk.command(reviewCall, { callId: call.callId, verdict: 'talk' }, await floor.as('wang'))
}

/** Look-ups of somebody new to the desk, each of them explained, and more of them than anybody else's. */
const manyOfOne = [30, 70, 115, 190, 240, 300].flatMap((minutes) => [[4, minutes], [1, minutes]] as const)

async function* looksUpOften(stage: Stage, daysAgo: number, minutes: number): Story {
  const caller = stage.cast.take('quiet')
  yield stage.moments.day(daysAgo, minutes)
  const call = await answerCall(stage.floor, 'xu', caller)
  await verifyCaller(stage.floor, call)
  await endCall(stage.floor, call, 'question_answered')
}

/** What a supervisor looks at beside the cases: told last, so that it takes nobody from the others' cast. */
export const storiesToReview = (stage: Stage): Story[] => [
  foundThoughNotFound(stage),
  revealWithoutRequest(stage),
  toBeTalkedAbout(stage),
  ...manyOfOne.map(([daysAgo, minutes]) => looksUpOften(stage, daysAgo, minutes)),
]
