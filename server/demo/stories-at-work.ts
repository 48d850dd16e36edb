import { callAndAsk, callAndDispute } from './calls.ts'
import { approve, caseOf } from './decisions.ts'
import type { History } from './histories.ts'
import type { DemoPerson } from './people.ts'
import type { Stage } from './stage.ts'
import type { Story } from './timeline.ts'
import { withoutWallet, workOutScoreAgain } from './wallet.ts'
import { says } from './words.ts'

const voided = 'void_enrolment:credit_scoring'

/** From the call to the certificate: approved, waited for, marked, erased, asked again twice. */
async function* isErased(stage: Stage, daysAgo: number, choice: string, history: History): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take(history)
  yield moments.day(daysAgo, 50)
  const saying = choice === 'deletion:account' ? 'closeAccount' : 'allGone'
  const caseCode = await callAndAsk(floor, 'li', caller, { choice, words: says(caller, saying) })
  yield moments.day(daysAgo - 2, 190)
  await approve(floor, 'chen', caseCode)
}

/** Erased, and asked again once: the second time is tonight. */
async function* isAlmostErased(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_2016')
  yield moments.day(10, 150)
  const caseCode = await callAndAsk(floor, 'zhang', caller, { choice: 'deletion:credit_scoring', words: says(caller, 'allGone') })
  yield moments.hoursAgo(7 * 24 + 12)
  await approve(floor, 'wang', caseCode)
}

/** Enrolled by the ticked box: void, without an approval and without a mark. */
async function* isVoided(stage: Stage, at: number, history: History = 'forced'): Story {
  const caller = stage.cast.take(history)
  yield at
  await callAndAsk(stage.floor, 'zhang', caller, { choice: voided, words: says(caller, 'neverAsked') })
}

async function* leaves(stage: Stage, daysAgo: number): Story {
  const caller = stage.cast.take('own_apart')
  yield stage.moments.day(daysAgo, 280)
  await callAndAsk(stage.floor, 'li', caller, { choice: 'deregistration:credit_scoring', words: says(caller, 'wantsOut') })
}

/** A nightly run of the operator's puts the score back between the two times of asking: somebody has to look. */
async function* comesBack(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('forced')
  yield moments.day(3, 350)
  await callAndAsk(floor, 'zhang', caller, { choice: voided, words: says(caller, 'neverAsked') })
  yield moments.day(3, 350 + 8 * 60)
  workOutScoreAgain(floor.desk.config.systemsDirectory, caller)
}

/**
 * The window is over while the operator's system is down for the night, and before it is back the person calls: that
 * was not me. What has not begun stops; two supervisors have to find out.
 */
async function* isStoppedAtWork(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('own_2016')
  yield moments.day(10, 10)
  const caseCode = await callAndAsk(floor, 'li', caller, { choice: 'deletion:credit_scoring', words: says(caller, 'allGone') })
  yield moments.hoursAgo(8 * 24 + 4)
  await approve(floor, 'zhao', caseCode)
  yield floor.clock.now() + 7 * 86_400_000 - 60_000
  await withoutWallet(floor.desk.config.systemsDirectory, async () => {
    floor.clock.advance(90_000)
    await stage.work()
    await callAndDispute(floor, 'zhang', caller, caseCode)
  })
}

/** The same, between the erasing and the first time of asking again. */
async function* isStoppedAfterwards(stage: Stage): Story {
  const { floor, moments, cast } = stage
  const caller = cast.take('forced')
  yield moments.hoursAgo(30)
  const caseCode = await callAndAsk(floor, 'li', caller, { choice: voided, words: says(caller, 'neverAsked') })
  while ((await caseOf(floor, caseCode)).state === 'executing' && (await stage.workOneJob()));
  await callAndDispute(floor, 'zhang', caller, caseCode)
}

/** A court wants the data kept: what would be erased is kept until the hold ends, and the plan says so. */
async function* isKeptForCourt(stage: Stage, held: DemoPerson): Story {
  yield stage.moments.day(3, 25)
  await callAndAsk(stage.floor, 'li', held, { choice: voided, words: says(held, 'neverAsked') })
}

/**
 * Everything that erased, is erasing, or stopped on the way.
 *
 * @param held somebody on whom a hold came with the import
 */
export const storiesAtWork = (stage: Stage, held: DemoPerson): Story[] => [
  isErased(stage, 30, 'deletion:account', 'own_2016'),
  isErased(stage, 29, 'deletion:credit_scoring', 'renewed'),
  isErased(stage, 26, 'deletion:credit_scoring', 'forced'),
  isErased(stage, 24, 'deletion:account', 'mixed'),
  isAlmostErased(stage),
  isVoided(stage, stage.moments.day(28, 110)),
  isVoided(stage, stage.moments.day(19, 410)),
  isVoided(stage, stage.moments.day(11, 85), 'mixed'),
  isVoided(stage, stage.moments.day(4, 300)),
  isVoided(stage, stage.moments.hoursAgo(5)),
  leaves(stage, 25),
  leaves(stage, 9),
  comesBack(stage),
  isStoppedAtWork(stage),
  isStoppedAfterwards(stage),
  isKeptForCourt(stage, held),
]
