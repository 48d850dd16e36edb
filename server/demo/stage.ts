import type { Cast } from './cast.ts'
import type { Floor } from './floor.ts'
import type { Moments } from './timeline.ts'

/** What a story of the demo is told on: who works there, who calls, and when. */
export interface Stage {
  readonly floor: Floor
  readonly cast: Cast
  readonly moments: Moments
  /** The worker does what is due. */
  work(): Promise<void>
  /** The worker does one job; false when none is due. */
  workOneJob(): Promise<boolean>
}
