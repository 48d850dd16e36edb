import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueEvents, wakeAt } from './due-events.ts'
import { decide } from './machine.ts'
import { requestKinds } from './kinds.ts'
import { DAY, HOUR } from './settings.ts'
import { isFinal, requestStates, type RequestState } from './states.ts'
import { turnOf } from './turn.ts'
import { Story, storyIn } from '#tests/support/request-story.ts'
import { Walk } from '#tests/support/request-walk.ts'
import { told } from '#tests/support/request-world.ts'

const due = (story: Story) => dueEvents(story.request, story.w.now, story.w.settings).map((e) => e.type)

/** After its clock: the event that the worker fires. Written by hand from §5.2. */
const atTheClock: [RequestState, string][] = [
  ['open', 'abandoned'], ['awaiting_verification', 'give_up'], ['returned', 'return_unanswered'],
  ['cooling_off', 'window_over'], ['executing', 'task_gave_up'], ['rechecking', 'recheck_due'],
  ['completed_pending', 'recheck_due'], ['needs_attention', 'escalate'],
]

describe('what the worker has to fire', () => {
  it.each(atTheClock)('in %s it is %s, and not a moment sooner', (state, event) => {
    const story = storyIn('deletion', state) as Story
    story.w.now = story.request.clock.at - 1
    expect(due(story)).toEqual([])
    story.w.now += 1
    expect(due(story)).toEqual([event])
  })

  it('puts a case before the deputies 48 hours before decide_by, once', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.w.now = story.request.decideBy - 48 * HOUR
    expect(due(story)).toEqual(['escalate'])
    expect(due(story.do('escalate', { of: 'decide_by' }))).toEqual([])
  })

  it('says that the due date passed, whatever lies over the state', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).do('dispute')
    story.w.now = story.request.dueAt
    expect(due(story)).toEqual(['due_passed', 'escalate'])
  })

  it('ends the reading time of a letter', () => {
    const story = new Story('deletion', { told: null }).do('submit').do('tried').do('tried').do('tried')
    expect(due(story)).toEqual([])
    expect(due(story.wait(3 * DAY))).toEqual(['reading_over'])
  })

  it('fires a dated rest, and nothing once it was found erased in error', () => {
    const story = storyIn('deletion', 'completed') as Story
    story.w.now = story.w.taxUntil
    expect(due(story)).toEqual(['rest_due'])
    const inError = { ...story.request, erasedInError: { at: 1, cause: 'dispute' as const } }
    expect(dueEvents(inError, story.w.now, story.w.settings)).toEqual([])
  })

  it('looks again at what waits when the waiting is over, not at every tick', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).wait(7 * DAY)
    story.w.access = [{ requestId: 'a1', released: false }]
    story.do('window_over')
    expect(due(story)).toEqual([])
    expect(due(story.wait(7 * DAY))).toEqual(['window_over'])
  })

  it('has a turn with a role and a clock for every state of every kind', () => {
    for (const kind of requestKinds) {
      for (const state of requestStates) {
        const story = storyIn(kind, state)
        if (!story) continue
        const turn = turnOf(story.request, story.w.now, story.w.settings)
        expect(Number.isFinite(turn.at)).toBe(true)
        if (!isFinal(state)) expect(turn.role).not.toBe('nobody')
      }
    }
  })

  it('names the agent on whose list it is', () => {
    const returned = storyIn('deletion', 'returned') as Story
    expect(turnOf(returned.request, returned.w.now, returned.w.settings)).toMatchObject({ role: 'agent', who: 'A2' })
    const open = new Story('deletion', { told: told('understood', 0) })
    expect(turnOf(open.request, open.w.now, open.w.settings)).toMatchObject({ role: 'agent', who: 'A1' })
  })
})

describe('the worker’s alarm', () => {
  it('rings exactly when something is due, and what was fired is not due again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 200, size: 'max' }), (bytes) => {
        const walk = new Walk(bytes, new Set())
        walk.run()
        const { w, request } = walk
        const wake = wakeAt(request, w.settings)
        if (wake === null) {
          expect(dueEvents(request, w.now + 9_999 * DAY, w.settings)).toEqual([])
          return
        }
        expect(dueEvents(request, wake - 1, w.settings)).toEqual([])
        const at = Math.max(wake, w.now)
        const events = dueEvents(request, at, w.settings)
        expect(events.length).toBeGreaterThan(0)
        w.now = at
        const first = events[0]
        const decision = first && decide(request, first, w.facts(first.by))
        // What was refused, such as a task that still runs, is due again at the next look.
        if (!first || !decision?.ok) return
        expect(dueEvents(decision.next, at, w.settings)).not.toContainEqual(first)
      }),
      { numRuns: 5_000, seed: 20180103 },
    )
  })
})
