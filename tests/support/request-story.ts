/** Brings a request to a state by real events, one after the other, as a story in a test would. */

import type { RequestActor } from '#domain/request/actor.ts'
import type { Effect } from '#domain/request/effects.ts'
import type { EventOf, EventType } from '#domain/request/events.ts'
import { isErasing, type RequestKind } from '#domain/request/kinds.ts'
import { decide, type Decision } from '#domain/request/machine.ts'
import type { Request } from '#domain/request/request.ts'
import { DAY } from '#domain/request/settings.ts'
import type { RequestState } from '#domain/request/states.ts'
import { eventWith } from './request-events.ts'
import { secondSupervisor, told, World } from './request-world.ts'

export class Story {
  readonly w: World
  request: Request
  effects: Effect[] = []

  constructor(kind: RequestKind, over: Partial<EventOf<'open'>> = {}, world = new World(kind)) {
    this.w = world
    const first = kind === 'deletion' ? { told: told('understood', this.w.now) } : {}
    const event = this.w.openEvent({ ...first, ...over })
    const opened = decide(null, event, this.w.facts(event.by))
    if (!opened.ok) throw new Error(`could not open: ${opened.reason}`)
    this.request = opened.next
  }

  /** What would follow, without doing it. */
  try<T extends EventType>(type: T, over: Partial<EventOf<T>> = {}): Decision {
    const event = eventWith(type, this.w, over)
    return decide(this.request, event, this.w.facts(event.by))
  }

  /** Does it, and throws with the reason when it is refused. */
  do<T extends EventType>(type: T, over: Partial<EventOf<T>> = {}): this {
    const decision = this.try(type, over)
    if (!decision.ok) throw new Error(`${type} in ${this.request.state}: ${decision.reason}`)
    this.request = decision.next
    this.effects.push(...decision.effects)
    return this
  }

  /** The reason of a refusal, or the row that was taken. */
  answer<T extends EventType>(type: T, over: Partial<EventOf<T>> = {}): string {
    const decision = this.try(type, over)
    return decision.ok ? `ok: ${decision.row}` : decision.reason
  }

  wait(ms: number): this {
    this.w.now += ms
    return this
  }

  by(actor: RequestActor): { by: RequestActor } {
    return { by: actor }
  }

  has(type: Effect['type']): boolean {
    return this.effects.some((e) => e.type === type)
  }
}

function approved(story: Story): Story {
  story.do('submit')
  if (story.request.state !== 'awaiting_approval') return story
  story.do('approve')
  if (story.request.kind === 'ineligibility_correction') story.do('approve', { by: secondSupervisor })
  return story
}

/** A request of the kind in that state, or null where the kind never comes there. */
export function storyIn(kind: RequestKind, state: RequestState): Story | null {
  const world = new World(kind)
  const unattended = kind === 'access' || kind === 'consent_withdrawal'
  const decided = state === 'awaiting_approval' || state === 'returned'
  // A void or a de-registration is approved when it goes beyond what §5.3 names; a sensitive access always is.
  if (decided && kind === 'access') world.sensitive = true
  if (decided && !unattended) world.beyondNamed = true
  const story = new Story(kind, {}, world)
  if (state === 'open') return story
  if (state === 'cancelled') return story.do('cancel')
  if (state === 'awaiting_verification' || state === 'rejected') {
    if (kind === 'ineligibility') story.do('park', { reason: 'call_promised' }).do('reached', { told: null })
    else {
      world.levels = { p1: 0 }
      story.wait(DAY).do('abandoned')
      world.levels = { p1: 3 }
    }
    return state === 'rejected' ? story.wait(15 * DAY).do('give_up', { by: { type: 'system' } }) : story
  }
  if (decided) {
    if (kind === 'consent_withdrawal') return null
    story.do('submit')
    return state === 'returned' ? story.do('return') : story
  }
  approved(story)
  if (state === 'cooling_off') return kind === 'deletion' ? story : null
  if (kind === 'deletion') story.wait(7 * DAY).do('window_over')
  if (state === 'executing') return story
  if (state === 'needs_attention') {
    world.tasks = { running: 0, failed: ['shop'], open: [] }
    story.do('task_gave_up')
    world.tasks = { running: 0, failed: [], open: [] }
    return story
  }
  if (!isErasing(kind)) {
    if (state !== 'completed') return null
    story.do('tasks_ended')
    return kind === 'access' ? story.do('fetched') : story
  }
  story.do('tasks_ended')
  if (state === 'rechecking') return story
  story.do('recheck_clean')
  if (state === 'completed_pending') return story
  return story.wait(DAY).do('recheck_clean')
}
