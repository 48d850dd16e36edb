import { beginDemo, endDemo } from '#usecases/setup/make-demo.ts'
import type { ManualClock } from '../clock.ts'
import type { Container } from '../container.ts'
import { jobHandlers } from '../jobs/handlers.ts'
import { runNextJob } from '../jobs/run-job.ts'
import { workUntilIdle } from '../jobs/worker-loop.ts'
import { castOf } from './cast.ts'
import { openFloor } from './floor.ts'
import { eventsOf } from './histories.ts'
import { demoLoads } from './loads.ts'
import { demoNotices } from './notices.ts'
import { demoPeople } from './people.ts'
import { addDemoService, addDemoStaff, connectWallet, shortenWaits } from './set-up.ts'
import type { DemoSignIn } from './staff.ts'
import type { Stage } from './stage.ts'
import { storiesAtWork } from './stories-at-work.ts'
import { storiesOfDeciding } from './stories-deciding.ts'
import { storiesOfCalls } from './stories-of-calls.ts'
import { storiesOfLetters } from './stories-of-letters.ts'
import { storiesStopped } from './stories-stopped.ts'
import { storiesToReview } from './stories-to-review.ts'
import { momentsBefore, tell } from './timeline.ts'
import { makeWallet } from './wallet.ts'

const operator = { kind: 'operator' } as const
const day = 86_400_000

/** How long before its end the story of the desk begins. */
export const storyMs = 34 * day

export interface DemoOptions {
  /** The people whom the account system knows. */
  readonly people: number
  /** When the story ends, epoch ms: now. */
  readonly end: number
  readonly signIns: readonly DemoSignIn[]
  readonly say: (line: string) => void
}

/**
 * Makes the demo on an empty desk: set up and loaded as an operator would, then five weeks at the hotline, told by the
 * real commands with the clock moved. Nothing of a request is ever inserted.
 *
 * @param clock the desk's own, standing `storyMs` before the end
 * @throws Error when the desk is not empty, or a step of the story is refused
 */
export async function makeDemo(desk: Container, clock: ManualClock, options: DemoOptions): Promise<void> {
  const { people: count, end, signIns, say } = options
  const work = () => workUntilIdle(desk, jobHandlers)
  const people = demoPeople(count)
  const cast = castOf(people)
  const held = cast.take('forced')

  await desk.command(beginDemo, {}, operator)
  await addDemoStaff(desk, signIns)
  await addDemoService(desk)
  say(`people at the desk: ${signIns.length}`)
  await connectWallet(desk, makeWallet(desk.config.systemsDirectory, people))
  say('the operator’s own system: connected and checked')

  const loads = demoLoads(desk, say)
  await loads.notices(demoNotices.map((row) => ({ ...row })))
  await loads.people(people.map(({ index: _index, place: _place, sharesPhone: _shares, ...row }) => row))
  await loads.consents(people.flatMap(eventsOf).map((row) => ({ ...row })))
  await loads.holds([
    {
      external_id: held.external_id, hold_ref: 'court-2018-0117', covers: 'everything', basis: 'court_order', owner: 'legal',
      review_on: new Date(end + 40 * day).toISOString().slice(0, 10),
    },
  ])
  await work()

  const floor = openFloor(desk, clock)
  const stage: Stage = { floor, cast, moments: momentsBefore(end), work, workOneJob: () => runNextJob(desk, jobHandlers, 'demo') }
  const stories = [
    ...storiesAtWork(stage, held),
    ...storiesOfDeciding(stage),
    ...storiesStopped(stage),
    ...storiesOfCalls(stage),
    ...storiesOfLetters(stage),
    ...storiesToReview(stage),
  ]
  await tell(stories, { clock, until: end, work })
  await floor.signEverybodyOut()
  await shortenWaits(desk)
  await desk.command(endDemo, {}, operator)
  await work()
  say(`stories of the hotline: ${stories.length}`)
}
