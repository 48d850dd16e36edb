import { describe, expect, it } from 'vitest'
import { shownState } from './shown.ts'
import { DAY, HOUR } from './settings.ts'
import { turnOf } from './turn.ts'
import { Story, storyIn } from '#tests/support/request-story.ts'
import { contact, secondSupervisor, supervisor, system, thirdSupervisor, told } from '#tests/support/request-world.ts'

type Kind = 'parked' | 'on_hold' | 'disputed'
const kinds: Kind[] = ['parked', 'on_hold', 'disputed']

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, i) => ordersOf(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]))
}

function lay(story: Story, kind: Kind): void {
  if (kind === 'parked') story.do('park', { reason: 'call_promised' })
  if (kind === 'disputed') story.do('dispute')
  if (kind !== 'on_hold') return
  const hold = story.w.hold('H1')
  story.do('hold_placed', { by: system, hold })
  story.w.holds = [hold]
}

function lift(story: Story, kind: Kind): void {
  if (kind === 'parked') story.do('reached', { told: null })
  if (kind === 'disputed') story.do('resolve_dispute', { by: secondSupervisor })
  if (kind !== 'on_hold') return
  story.do('hold_lifted', { by: system })
  story.w.holds = []
}

const nested = ordersOf(kinds).flatMap((laid) => ordersOf(kinds).map((lifted) => ({ laid, lifted })))

describe('pauses', () => {
  it.each(nested)('laid as $laid and lifted as $lifted leave the window where it was', ({ laid, lifted }) => {
    const story = (storyIn('deletion', 'cooling_off') as Story).wait(2 * DAY)
    for (const kind of laid) {
      lay(story, kind)
      story.wait(DAY)
    }
    expect(shownState(story.request)).toBe('disputed')
    for (const [i, kind] of lifted.entries()) {
      expect(story.wait(5 * DAY).answer('window_over')).toBe('paused')
      lift(story, kind)
      expect(story.request.pauses.map((p) => p.kind)).not.toContain(kind)
      expect(story.request.pauses).toHaveLength(kinds.length - 1 - i)
    }
    expect(story.request.state).toBe('cooling_off')
    expect(story.wait(5 * DAY - 1).answer('window_over')).toBe('too_early')
    expect(story.wait(1).do('window_over').request.state).toBe('executing')
  })

  it.each(kinds)('%s has its own clock and its own role', (kind) => {
    const story = storyIn('deletion', 'cooling_off') as Story
    lay(story, kind)
    const expected = {
      parked: { role: 'agent', clock: 'promised_call', at: story.w.now + DAY },
      on_hold: { role: 'supervisor', clock: 'hold_review', at: story.w.now + 30 * DAY },
      disputed: { role: 'supervisor', clock: 'dispute', at: story.w.now + 72 * HOUR },
    }
    expect(turnOf(story.request, story.w.now, story.w.settings)).toMatchObject(expected[kind])
  })

  it('let nothing move but cancel, reject, their own end and the legal date', () => {
    const story = (storyIn('deletion', 'awaiting_approval') as Story).do('dispute').wait(31 * DAY)
    expect(story.answer('approve')).toBe('paused')
    expect(story.answer('return')).toBe('paused')
    expect(story.answer('due_passed')).toBe('ok: due_passed')
    expect(story.answer('reject')).toBe('ok: reject')
    expect(story.answer('cancel')).toBe('ok: cancel')
  })

  it('check the guards anew when the last one lifts: a plan that changed meanwhile has no approval', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).do('dispute')
    story.w.datasetVersion = 2
    story.do('resolve_dispute', { by: secondSupervisor })
    expect(story.request).toMatchObject({ state: 'awaiting_approval', approvals: [], pauses: [] })
  })
})

describe('parked', () => {
  it('goes before a supervisor after 14 days, who may end it', () => {
    const story = new Story('deletion', { told: null }).do('submit')
    expect(story.wait(13 * DAY).answer('give_up', { by: supervisor })).toBe('paused')
    story.wait(DAY)
    const turn = turnOf(story.request, story.w.now, story.w.settings)
    expect(turn).toMatchObject({ role: 'supervisor', clock: 'parked_too_long' })
    story.do('escalate', { of: 'parked' })
    expect(story.answer('escalate', { of: 'parked' })).toBe('already_said')
    expect(story.answer('give_up', { by: system })).toBe('paused')
    expect(story.do('give_up', { by: supervisor }).request.rejection?.code).toBe('identity_not_verified')
  })

  it('stays parked when the person is reached but can not be told', () => {
    const story = new Story('deletion', { told: null }).do('submit')
    story.do('reached', { told: told('under_pressure', story.w.now) })
    expect(story.request.pauses).toMatchObject([{ kind: 'parked', reason: 'under_pressure' }])
    story.do('reached')
    expect(story.request.pauses).toEqual([])
  })

  it('waits for the time that was promised as its call ended, once, and for the time it had where none was', () => {
    const pressed = new Story('deletion', { told: null })
    pressed.do('park', { reason: 'under_pressure', promisedAt: pressed.w.now + DAY })
    const promisedAt = pressed.w.now + 5 * DAY
    const ended = pressed.try('call_ended', { promisedCallAt: null })
    expect(ended.ok && ended.next.pauses).toMatchObject([{ promisedAt: pressed.w.now + DAY }])
    pressed.wait(HOUR).do('call_ended', { promisedCallAt: promisedAt })
    expect(pressed.request.pauses).toMatchObject([{ kind: 'parked', reason: 'under_pressure', promisedAt }])
    const turn = turnOf(pressed.request, pressed.w.now, pressed.w.settings)
    expect(turn).toMatchObject({ role: 'agent', clock: 'promised_call', at: promisedAt })
    expect(pressed.answer('call_ended', { promisedCallAt: promisedAt + DAY })).toBe('call_already_ended')
    expect((storyIn('deletion', 'cooling_off') as Story).answer('call_ended')).toBe('not_parked')
  })

  it('begins before executing only', () => {
    expect((storyIn('deletion', 'executing') as Story).answer('park')).toBe('no_such_step')
  })
})

describe('a consequence that was told', () => {
  it('counts no more once the case is parked because it was none, and counts on while a call is promised', () => {
    const promised = (storyIn('deletion', 'awaiting_approval') as Story).do('park', { reason: 'call_promised' })
    expect(promised.request.told).toMatchObject({ result: 'understood' })
    const pressed = (storyIn('deletion', 'awaiting_approval') as Story).do('park', { reason: 'under_pressure' })
    expect(pressed.request.told).toBeNull()
  })
})

describe('on hold', () => {
  it('begins with a hold on a submitted deletion, and its basis decides whether the person is told', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.do('hold_placed', { by: system, hold: { ...story.w.hold('H1'), mayNotTell: true } })
    expect(story.request.pauses).toMatchObject([{ kind: 'on_hold' }])
    expect(story.effects.some((e) => e.type === 'notify' && e.template === 'hold_placed')).toBe(false)
    story.do('hold_placed', { by: system, hold: story.w.hold('H2') })
    expect(story.effects.some((e) => e.type === 'notify' && e.template === 'hold_placed')).toBe(true)
  })

  it('is told of one of two holds that come at once, where the other may not be told', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.w.holds = [{ ...story.w.hold('H1'), mayNotTell: true }]
    story.do('hold_placed', { by: system, hold: story.w.hold('H2') })
    expect(story.request.pauses).toMatchObject([{ kind: 'on_hold', holds: [{ ref: 'H1' }, { ref: 'H2' }] }])
    expect(story.effects.some((e) => e.type === 'notify' && e.template === 'hold_placed')).toBe(true)
  })

  it('does not show in the call: a deletion under a hold is submitted, and is on hold then', () => {
    const story = storyIn('deletion', 'open') as Story
    story.w.holds = [story.w.hold('H1')]
    story.do('submit')
    expect(story.request).toMatchObject({ state: 'awaiting_approval', pauses: [{ kind: 'on_hold' }] })
  })

  it('stops tasks that have not begun, and lets them go on when it is lifted', () => {
    const story = storyIn('deletion', 'executing') as Story
    story.do('hold_placed', { by: system })
    expect(story.has('stop_unstarted_tasks')).toBe(true)
    story.do('hold_lifted', { by: system })
    expect(story.has('resume_tasks')).toBe(true)
  })

  it('lasts until what is left of the holds no longer covers everything', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.w.holds = [story.w.hold('H1'), story.w.hold('H2')]
    story.do('acknowledge').do('hold_lifted', { ref: 'H1' })
    story.w.holds = story.w.holds.slice(1)
    expect(story.request.pauses).toMatchObject([{ holds: [{ ref: 'H2' }] }])
    story.do('hold_lifted', { ref: 'H2' })
    expect(story.request.pauses).toEqual([])
  })

  it('ends when the hold is narrowed under its own reference', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.w.holds = [story.w.hold('H1')]
    story.do('acknowledge')
    story.do('hold_placed', { by: system, hold: story.w.hold('H1', { covers: 'systems', systems: ['crm'] }) })
    expect(story.request.pauses).toEqual([])
  })

  it('comes before a supervisor at each review date', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.do('hold_placed', { by: system }).wait(30 * DAY).do('escalate', { of: 'hold_review' })
    story.do('hold_reviewed', { reviewOn: story.w.now + 60 * DAY })
    expect(story.answer('escalate', { of: 'hold_review' })).toBe('not_due')
    expect(story.wait(60 * DAY).answer('escalate', { of: 'hold_review' })).toBe('ok: escalate')
  })

  it('lets a de-registration run what erases nothing, while its covered steps wait', () => {
    const story = storyIn('deregistration', 'open') as Story
    story.w.holds = [story.w.hold('H1', { covers: 'service', service: 'credit_scoring' })]
    story.do('submit')
    expect(story.request).toMatchObject({ state: 'executing', pauses: [], waiting: { code: 'hold' } })
    expect(story.effects).toContainEqual({ type: 'append_consent_event', state: 'ConsentWithdrawn', of: 'scope' })
    story.do('hold_lifted')
    expect(story.request.waiting).toBeNull()
    expect(story.has('resume_tasks')).toBe(true)
  })
})

describe('disputed', () => {
  it('asks for level 1 the first time and 2 the second, and takes the old contact’s word', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.w.levels = { p1: 0 }
    expect(story.answer('dispute')).toBe('level_too_low')
    expect(story.answer('dispute', { by: contact })).toBe('ok: dispute')
    story.w.levels = { p1: 1 }
    story.do('dispute').do('resolve_dispute', { by: secondSupervisor })
    expect(story.answer('dispute')).toBe('level_too_low')
    story.w.levels = { p1: 2 }
    expect(story.answer('dispute')).toBe('ok: dispute')
  })

  it('upheld before executing is rejected as fraud', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).do('dispute')
    expect(story.answer('resolve_dispute', { by: secondSupervisor, upheld: true, ground: '' })).toBe('ground_missing')
    story.do('resolve_dispute', { by: secondSupervisor, upheld: true })
    expect(story.request).toMatchObject({ state: 'rejected', rejection: { code: 'fraud' } })
  })

  it('upheld by the first and dismissed by the second supervisor leaves nothing found', () => {
    const story = (storyIn('deletion', 'executing') as Story).do('dispute')
    story.do('resolve_dispute', { by: secondSupervisor, upheld: true })
    expect(story.request.errorFinding).not.toBeNull()
    story.do('resolve_dispute', { by: thirdSupervisor, upheld: false })
    expect(story.request).toMatchObject({ pauses: [], errorFinding: null, erasedInError: null })
  })

  it('upheld later is erased in error, by two supervisors who did not approve it', () => {
    const story = (storyIn('deletion', 'executing') as Story).do('dispute')
    story.do('resolve_dispute', { by: secondSupervisor, upheld: true })
    expect(story.request.state).toBe('executing')
    expect(story.answer('resolve_dispute', { by: secondSupervisor, upheld: true })).toBe('took_part')
    expect(story.answer('resolve_dispute', { by: supervisor, upheld: true })).toBe('approved_it_yourself')
    story.effects = []
    story.do('resolve_dispute', { by: thirdSupervisor, upheld: true })
    expect(story.request).toMatchObject({ state: 'completed', outcome: { result: 'erased_in_error' } })
    expect(story.effects.map((e) => e.type)).toEqual(
      ['supersede_mark', 'drop_all_tasks', 'open_incident', 'list_restorable', 'notify', 'restrict'])
  })
})
