import type { CallOutcome } from '#usecases/views/desk.ts'
import { answerCall, endCall, verifyCaller } from './calls.ts'
import type { History } from './histories.ts'
import type { Stage } from './stage.ts'
import type { DemoStaffKey } from './staff.ts'
import type { Story } from './timeline.ts'

type Ended = readonly [daysAgo: number, minutes: number, who: DemoStaffKey, history: History, outcome: CallOutcome]

/** Calls that end without a case: honest questions, wrong codes, nobody found. */
const calls: readonly Ended[] = [
  [27, 205, 'li', 'forced', 'question_answered'],
  [23, 15, 'zhang', 'quiet', 'question_answered'],
  [18, 130, 'li', 'unticked', 'question_answered'],
  [14, 365, 'zhang', 'own_2016', 'not_verified'],
  [9, 40, 'li', 'quiet', 'not_found'],
  [7, 235, 'zhang', 'refused_apart', 'question_answered'],
  [3, 110, 'li', 'forced', 'call_dropped'],
  [1, 20, 'zhang', 'quiet', 'wrong_number'],
  [1, 265, 'li', 'unticked', 'question_answered'],
]

/** A number that nobody in the demo has. */
const nobodysNumber = '+86 199 0000 0000'

async function* call(stage: Stage, [daysAgo, minutes, who, history, outcome]: Ended): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take(history)
  yield moments.day(daysAgo, minutes)
  const unknown = outcome === 'not_found' || outcome === 'wrong_number'
  const live = await answerCall(floor, who, caller, unknown ? nobodysNumber : caller.phone)
  if (outcome === 'question_answered') await verifyCaller(floor, live, minutes % 2 === 1)
  await endCall(floor, live, outcome)
}

export const storiesOfCalls = (stage: Stage): Story[] => calls.map((one) => call(stage, one))
