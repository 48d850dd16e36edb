import { nameDeputy } from '#usecases/staff/name-deputy.ts'
import { says, type Saying } from './words.ts'
import { callAndAsk } from './calls.ts'
import { answer, approve, reject, returnTo } from './decisions.ts'
import type { History } from './histories.ts'
import type { Place } from './places.ts'
import type { Stage } from './stage.ts'
import type { DemoStaffKey } from './staff.ts'
import type { Story } from './timeline.ts'

type Waiting = readonly [
  daysAgo: number, minutes: number, who: DemoStaffKey, choice: string, history: History, place: Place, saying: Saying,
]

const service = 'deletion:credit_scoring'
const account = 'deletion:account'

/** What lies in the queue: some to be decided today, some with a week to go, and of every sort. */
const waiting: readonly Waiting[] = [
  [22, 40, 'li', service, 'own_2016', 'CN', 'allGone'],
  [21, 95, 'zhang', service, 'renewed', 'CN', 'allGone'],
  [20, 30, 'li', service, 'mixed', 'CN', 'allGone'],
  [17, 210, 'zhang', service, 'own_apart', 'CN', 'allGone'],
  [12, 75, 'li', account, 'own_2016', 'CN', 'closeAccount'],
  [10, 330, 'zhang', account, 'forced', 'CN', 'closeAccount'],
  [10, 15, 'li', service, 'forced', 'CN', 'neverAsked'],
  [8, 400, 'zhang', service, 'own_2016', 'US-CA', 'allGone'],
  [6, 60, 'li', service, 'own_2016', 'FR', 'allGone'],
  [3, 260, 'zhang', account, 'mixed', 'CN', 'closeAccount'],
  [2, 45, 'li', service, 'own_apart', 'CN', 'allGone'],
  [1, 180, 'zhang', service, 'own_2016', 'CN', 'allGone'],
]

async function* waits(stage: Stage, [daysAgo, minutes, who, choice, history, place, saying]: Waiting): Story {
  const caller = stage.cast.take(history, place)
  yield stage.moments.day(daysAgo, minutes)
  await callAndAsk(stage.floor, who, caller, { choice, words: says(caller, saying) })
}

/** Heard the consequence and does not accept it: an objection of its own opens beside the deletion. */
async function* objects(stage: Stage): Story {
  const caller = stage.cast.take('own_2016')
  yield stage.moments.day(5, 120)
  await callAndAsk(stage.floor, 'li', caller, { choice: service, told: 'objects', words: says(caller, 'notFair') })
}

async function* cameInToday(stage: Stage): Story {
  const caller = stage.cast.take('renewed')
  yield stage.moments.minutesAgo(150)
  await callAndAsk(stage.floor, 'zhang', caller, { choice: service, words: says(caller, 'allGone') })
}

async function* isReturned(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('mixed')
  yield moments.day(4, 200)
  const caseCode = await callAndAsk(floor, 'li', caller, { choice: service, words: says(caller, 'allGone') })
  yield moments.day(2, 90)
  await returnTo(floor, 'chen', caseCode, {
    to: 'li', question: 'Did the caller know of the opt-in of 2016 when asking for this?',
  })
}

async function* isAnswered(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_2016')
  yield moments.day(7, 310)
  const caseCode = await callAndAsk(floor, 'zhang', caller, { choice: service, words: says(caller, 'allGone') })
  yield moments.day(6, 240)
  await returnTo(floor, 'wang', caseCode, {
    to: 'zhang', question: 'Service or account? The words can be read both ways.',
  })
  yield moments.day(5, 20)
  await answer(floor, 'zhang', caseCode, 'The service alone. The account stays.')
}

async function* isRejected(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_apart')
  yield moments.day(15, 140)
  const caseCode = await callAndAsk(floor, 'li', caller, { choice: service, words: says(caller, 'allGone') })
  yield moments.day(13, 270)
  await reject(floor, 'zhao', caseCode, {
    code: 'not_the_subject', ground: 'pipl_50', text: 'Called for somebody else, without authority.',
  })
}

/** Approved, and the seven days run. */
async function* coolsOff(stage: Stage, daysAgo: number, who: DemoStaffKey): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_2016')
  yield moments.day(daysAgo + 5, 100)
  const caseCode = await callAndAsk(floor, 'zhang', caller, { choice: service, words: says(caller, 'allGone') })
  yield moments.day(daysAgo, 130)
  await approve(floor, who, caseCode)
}

/** Somebody who can stand in for the supervisors is named well before that is needed. */
async function* namesADeputy({ floor, moments }: Stage): Story {
  yield moments.day(6, 75)
  await floor.desk.command(nameDeputy, { staffId: await floor.staffId('zhang'), lastDay: '' }, await floor.as('chen'))
}

/** Everything that waits for a decision, came back from one, or has just been decided. */
export const storiesOfDeciding = (stage: Stage): Story[] => [
  ...waiting.map((one) => waits(stage, one)),
  objects(stage),
  cameInToday(stage),
  isReturned(stage),
  isAnswered(stage),
  isRejected(stage),
  coolsOff(stage, 6, 'wang'),
  coolsOff(stage, 2, 'wang'),
  coolsOff(stage, 1, 'zhao'),
  namesADeputy(stage),
]
