import { describe, expect, it } from 'vitest'
import { mayErase } from './obstacles.ts'
import { agentSees, restricts } from './shown.ts'
import { DAY, defaultRequestSettings, HOUR } from './settings.ts'
import { turnOf } from './turn.ts'
import { Story, storyIn } from '#tests/support/request-story.ts'
import { person, secondSupervisor, supervisor, system, told, World } from '#tests/support/request-world.ts'

const step = {
  subjectId: 'p1', service: 'credit_scoring', line: { system: 'shop', collection: 'customer', field: null },
}
const tries = (story: Story) => mayErase(story.request, step, story.w.now, story.w.facts(system))

/** Submits nothing yet: the caller would rather read it. */
function wantsItWritten(): Story {
  const w = new World('deletion')
  return new Story('deletion', { told: told('understood', w.now, true) }, w)
}

describe('a deletion from the call to the certificate', () => {
  it('is approved, cools off, is marked, erased, asked again twice, and only then completed', () => {
    const story = new Story('deletion').do('submit')
    expect([story.request.state, restricts(story.request)]).toEqual(['awaiting_approval', true])
    story.do('approve')
    expect(story.answer('window_over')).toBe('too_early')
    story.wait(7 * DAY - 1)
    expect(story.answer('window_over')).toBe('too_early')
    expect(tries(story)).toEqual({ ok: false, reason: 'not_at_work' })
    story.effects = []
    story.wait(1).do('window_over')
    const order = story.effects.map((e) => e.type)
    expect(order.indexOf('write_mark')).toBeLessThan(order.indexOf('start_tasks'))
    expect(tries(story)).toEqual({ ok: true })
    story.do('tasks_ended').do('recheck_clean')
    expect(story.request.state).toBe('completed_pending')
    expect(story.answer('recheck_clean')).toBe('too_early')
    story.effects = []
    story.wait(DAY).do('recheck_clean')
    expect(story.request).toMatchObject({ state: 'completed', outcome: { result: 'retained' } })
    expect(story.effects).toContainEqual({ type: 'issue_certificate', result: 'retained', again: false })
    expect(restricts(story.request)).toBe(false)
  })

  it('notes that nobody is marked where the evidence says so, and erases all the same', () => {
    const story = new Story('deletion')
    story.w.markable = false
    story.do('submit').do('approve').wait(7 * DAY).do('window_over')
    expect(story.has('write_mark')).toBe(false)
    expect(story.effects).toContainEqual({ type: 'note_no_mark', subjectId: 'p1', reason: 'no_valid_period' })
    expect(tries(story).ok).toBe(true)
  })

  it('takes a cooling-off of no time', () => {
    const w = new World('deletion')
    w.settings = { ...defaultRequestSettings, coolingOffMs: 0 }
    const story = new Story('deletion', { told: told('understood', w.now) }, w).do('submit').do('approve')
    expect(story.do('window_over').request.state).toBe('executing')
  })

  it('is not completed while a processor was not asked or a recipient not told', () => {
    const story = storyIn('deletion', 'rechecking') as Story
    expect(story.answer('recheck_clean', { asked: ['shop'] })).toBe('not_all_asked')
    expect(story.answer('recheck_clean', { told: [] })).toBe('not_all_told')
  })
})

describe('the consequence is told first (invariant 5)', () => {
  it.each(['not_told', 'under_pressure'] as const)('%s parks it for a call-back', (result) => {
    const w = new World('deletion')
    const story = new Story('deletion', { told: told(result, w.now) }, w).do('submit')
    expect(story.request.state).toBe('awaiting_verification')
    expect(story.request.pauses).toMatchObject([{ kind: 'parked', reason: result }])
  })

  it('looks submitted to an agent whose caller is under pressure', () => {
    const w = new World('deletion')
    const steered = new Story('deletion', { told: told('under_pressure', w.now) }, w).do('submit')
    expect(agentSees(steered.request)).toBe('awaiting_approval')
    expect(agentSees(new Story('deletion', { told: null }).do('submit').request)).toBe('parked')
  })

  it('opens one objection for somebody who objects, and does not wait for it', () => {
    const w = new World('deletion')
    const story = new Story('deletion', { told: told('objects', w.now) }, w).do('submit')
    expect(story.request.state).toBe('awaiting_approval')
    story.do('park', { reason: 'not_told' }).do('reached', { told: told('objects', w.now) })
    expect(story.effects.filter((e) => e.type === 'open_objection')).toHaveLength(1)
  })

  it('waits by itself while there are three days to read what was told in writing, and then goes on', () => {
    const story = wantsItWritten().do('submit')
    expect(story.request).toMatchObject({ state: 'awaiting_verification', pauses: [{ kind: 'parked', reason: 'not_told' }] })
    expect(story.effects).toContainEqual({ type: 'notify', template: 'consequence_in_writing', to: 'contact_on_file' })
    expect(restricts(story.request)).toBe(true)
    const turn = turnOf(story.request, story.w.now, story.w.settings)
    expect(turn).toEqual({ role: 'person', who: null, at: story.w.now + 3 * DAY, clock: 'reading' })
    story.w.levels = { p1: 0 }
    expect(story.wait(3 * DAY - 1).answer('reading_over')).toBe('reading_time')
    expect(story.wait(1).do('reading_over').request).toMatchObject({ state: 'awaiting_approval', pauses: [] })
    expect(story.request.subjects).toMatchObject([{ level: 3 }])
    expect(story.effects.filter((e) => e.type === 'restrict')).toEqual([{ type: 'restrict', on: true }])
  })

  it('counts from when it went out, not from when it was to be written', () => {
    const story = wantsItWritten().wait(4 * DAY)
    expect(story.do('submit').request.pauses).toMatchObject([{ inWritingAt: story.w.now }])
    expect(story.answer('reading_over')).toBe('reading_time')
  })

  it('goes on at once with what the person answered already', () => {
    const w = new World('deletion')
    const answered = { ...told('understood', w.now, true), answeredAt: w.now }
    expect(new Story('deletion', { told: answered }, w).answer('submit')).toBe('ok: submit_for_approval')
  })

  it('waits no longer once they call, are told aloud and answer', () => {
    const story = wantsItWritten().do('submit').wait(DAY)
    story.do('reached', { told: told('objects', story.w.now) }).do('submit')
    expect(story.request.state).toBe('awaiting_approval')
    expect(story.effects.filter((e) => e.type === 'open_objection')).toHaveLength(1)
    expect(wantsItWritten().do('submit').answer('cancel')).toBe('ok: cancel')
  })

  it('does not go on over what somebody else disputes, and goes on once that is dismissed', () => {
    const story = wantsItWritten().do('submit').do('dispute').wait(4 * DAY)
    expect(story.answer('reading_over')).toBe('paused')
    story.do('resolve_dispute', { by: secondSupervisor }).do('reading_over')
    expect(story.request.state).toBe('awaiting_approval')
  })

  it('waits for the person where a contact changed while there was time to read', () => {
    const story = wantsItWritten()
    story.w.levels = { p1: 2 }
    story.do('submit').wait(3 * DAY)
    story.w.contactChangedDaysAgo = 1
    expect(story.do('reading_over').request).toMatchObject({ state: 'awaiting_verification', pauses: [] })
  })

  it('tells nobody by what reached nobody: somebody calls back', () => {
    const story = wantsItWritten().do('submit').do('not_delivered')
    expect(story.request).toMatchObject({ told: null, pauses: [{ inWritingAt: null, tries: 0 }] })
    expect(turnOf(story.request, story.w.now, story.w.settings)).toMatchObject({ role: 'agent', clock: 'promised_call' })
    expect(story.wait(4 * DAY).answer('reading_over')).toBe('not_in_writing')
  })

  it('is written to somebody who was called back and wants that, but never to somebody under pressure', () => {
    const calledBack = new Story('deletion', { told: null }).do('submit')
    calledBack.do('reached', { told: told('understood', calledBack.w.now, true) })
    expect(calledBack.has('notify')).toBe(true)
    expect(calledBack.wait(3 * DAY).do('reading_over').request.state).toBe('awaiting_approval')
    const w = new World('deletion')
    const pressed = new Story('deletion', { told: told('under_pressure', w.now) }, w).do('submit')
    expect(pressed.answer('reached', { told: told('understood', w.now, true) })).toBe('never_in_writing')
  })

  it('is written to somebody who answered a link, verified by that alone, and goes on once it was read', () => {
    const letter = new Story('deletion', { told: null }).do('submit')
    const { now } = letter.w
    const answered = { by: { type: 'system' }, told: told('understood', now, true) } as const
    letter.w.levels = { p1: 1 }
    expect(letter.answer('reached', answered)).toBe('not_verified')
    letter.w.levels = { p1: 2 }
    expect(letter.answer('reached', { ...answered, told: null })).toBe('not_told')
    expect(letter.do('reached', answered).request).toMatchObject({
      state: 'awaiting_verification', verifiedAt: now, subjects: [{ level: 2 }], pauses: [{ kind: 'parked', inWritingAt: now }],
    })
    expect(letter.effects).toContainEqual({ type: 'notify', template: 'consequence_in_writing', to: 'contact_on_file' })
    expect(restricts(letter.request)).toBe(true)
    letter.w.levels = { p1: 0 }
    expect(letter.wait(3 * DAY - 1).answer('reading_over')).toBe('reading_time')
    expect(letter.wait(1).do('reading_over').request.state).toBe('awaiting_approval')
    const w = new World('deletion')
    const pressed = new Story('deletion', { told: told('under_pressure', w.now) }, w).do('submit')
    expect(pressed.answer('reached', { ...answered, told: told('understood', w.now, true) })).toBe('never_in_writing')
  })

  it('tells the consequence in writing after three tries, and takes it as told three days later', () => {
    const story = new Story('deletion', { told: null }).do('submit')
    story.do('tried').do('tried')
    expect(story.answer('reading_over')).toBe('not_in_writing')
    story.do('tried')
    expect(story.effects).toContainEqual({ type: 'notify', template: 'consequence_in_writing', to: 'contact_on_file' })
    expect(story.answer('reading_over')).toBe('reading_time')
    expect(story.request.told).toMatchObject({ inWriting: true, scriptVersion: 's2', locale: 'zh-CN' })
    story.wait(3 * DAY).do('reading_over')
    expect(story.request.state).toBe('awaiting_approval')
  })

  it('asks for a call after three tries where there is nothing left to tell', () => {
    const story = new Story('deletion').do('submit').do('park', { reason: 'call_promised' })
    story.do('tried').do('tried').do('tried')
    expect(story.effects).toContainEqual({ type: 'notify', template: 'please_call_us', to: 'contact_on_file' })
  })

  it('takes nobody under pressure as told by a letter', () => {
    const w = new World('deletion')
    const story = new Story('deletion', { told: told('under_pressure', w.now) }, w).do('submit')
    story.do('tried').do('tried').do('tried')
    expect(story.has('notify')).toBe(false)
    expect(story.wait(3 * DAY).answer('reading_over')).toBe('not_in_writing')
  })
})

describe('a plan that changes', () => {
  it('takes the approval away, and the window goes on where it was', () => {
    const story = storyIn('deletion', 'cooling_off') as Story
    story.wait(5 * DAY)
    expect(story.answer('plan_changed')).toBe('plan_same')
    story.w.datasetVersion = 2
    story.do('plan_changed')
    expect(story.request).toMatchObject({ state: 'awaiting_approval', approvals: [] })
    expect(story.has('note_difference')).toBe(true)
    story.wait(DAY).do('approve')
    expect(story.wait(2 * DAY - 1).answer('window_over')).toBe('too_early')
    expect(story.wait(1).do('window_over').request.state).toBe('executing')
  })

  it('is found at the end of the window, when nobody said so before', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).wait(7 * DAY)
    story.w.datasetVersion = 2
    expect(story.do('window_over').request).toMatchObject({ state: 'awaiting_approval', approvals: [] })
  })

  it('is not approved under the hash that was shown before', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    const shown = story.w.plan().hash
    story.w.datasetVersion = 2
    expect(story.answer('approve', { planHash: shown })).toBe('plan_differs')
    expect(story.answer('approve')).toBe('plan_differs')
    expect(story.do('plan_changed').answer('approve')).toBe('ok: approve_deletion')
  })

  it('changes with an objection that was upheld before the window was over: nobody is marked', () => {
    const story = storyIn('deletion', 'cooling_off') as Story
    story.w.markable = false
    story.do('plan_changed').do('approve').wait(7 * DAY).do('window_over')
    expect(story.has('write_mark')).toBe(false)
  })

  it('only shrinks once it is frozen', () => {
    const story = storyIn('deletion', 'executing') as Story
    story.w.datasetVersion = 2
    expect(story.answer('plan_shrunk')).toBe('plan_grows')
    story.w.datasetVersion = 1
    story.w.holds = [story.w.hold('H1', { covers: 'systems', systems: ['shop'] })]
    expect(story.answer('plan_shrunk')).toBe('ok: plan_shrunk')
  })
})

describe('what keeps a due deletion waiting (invariant 3)', () => {
  it('waits seven days for an open access to the same data, and says why', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).wait(7 * DAY)
    story.w.access = [{ requestId: 'a1', released: false }]
    story.do('window_over')
    expect(story.request).toMatchObject({ state: 'cooling_off', waiting: { code: 'access_open' } })
    expect(story.effects).toContainEqual({ type: 'hasten_access', requestId: 'a1', until: story.w.now + 7 * DAY })
    expect(story.wait(7 * DAY - 1).answer('window_over')).toBe('still_waiting')
    expect(story.wait(1).do('window_over').request.state).toBe('executing')
  })

  it('waits the days of another access too that comes meanwhile, told once like the first', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).wait(7 * DAY)
    const first = { requestId: 'a1', released: false }
    story.w.access = [first]
    story.do('window_over').wait(DAY)
    story.w.access = [first, { requestId: 'a2', released: false }]
    const until = story.w.now + 7 * DAY
    expect(story.do('window_over').request.waiting).toMatchObject({ code: 'access_open', until })
    expect(story.effects).toContainEqual({ type: 'hasten_access', requestId: 'a2', until })
    expect(story.answer('window_over')).toBe('still_waiting')
  })

  it('does not run on an approval of another plan than the one that is decided on', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).wait(7 * DAY)
    const approvals = story.request.approvals.map((one) => ({ ...one, planHash: 'another' }))
    story.request = { ...story.request, approvals }
    expect(story.answer('window_over')).toBe('plan_differs')
  })

  it('goes on at once when the person releases it', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).wait(7 * DAY)
    story.w.access = [{ requestId: 'a1', released: false }]
    story.do('window_over')
    story.w.access = [{ requestId: 'a1', released: true }]
    expect(story.do('window_over').request).toMatchObject({ state: 'executing', waiting: null })
  })

  it('asks before every single statement', () => {
    const story = storyIn('deletion', 'executing') as Story
    expect(tries(story).ok).toBe(true)
    story.w.holds = [story.w.hold('H1', { covers: 'systems', systems: ['shop'] })]
    expect(tries(story)).toEqual({ ok: false, reason: 'held' })
    story.w.holds = []
    story.w.access = [{ requestId: 'late', released: false }]
    expect(tries(story)).toEqual({ ok: false, reason: 'access_open' })
    story.w.access = []
    expect(mayErase({ ...story.request, markedAt: null }, step, story.w.now, story.w.facts(system))).toEqual({
      ok: false, reason: 'mark_missing',
    })
    const other = { ...step, line: { ...step.line, collection: 'household' } }
    expect(mayErase(story.request, other, story.w.now, story.w.facts(system))).toEqual({
      ok: false, reason: 'not_in_plan',
    })
    expect(tries(story.do('dispute'))).toEqual({ ok: false, reason: 'paused' })
  })
})

describe('decisions', () => {
  it('returns a case twice at most, and not past decide_by', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.do('return').do('answer').do('return').wait(5 * DAY).do('return_unanswered')
    expect(story.request).toMatchObject({ state: 'awaiting_approval', returnUnanswered: true })
    expect(story.answer('return')).toBe('returned_too_often')
    const late = storyIn('deletion', 'awaiting_approval') as Story
    expect(late.wait(20 * DAY).answer('return')).toBe('past_decide_by')
  })

  it('rejects only with ground and remedies, and nothing that a law keeps only in part', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    expect(story.answer('reject', { ground: '' })).toBe('ground_missing')
    expect(story.answer('reject', { remedies: [] })).toBe('remedies_missing')
    expect(story.answer('reject', { code: 'other' })).toBe('text_missing')
    expect(story.answer('reject', { code: 'no_data_found' })).toBe('code_not_chosen')
    expect(story.answer('reject', { code: 'legal_obligation' })).toBe('can_be_granted')
    expect(story.do('reject').request.rejection).toMatchObject({ code: 'manifestly_excessive', ground: 'gdpr_12_5' })
  })

  it('is rejected only with what the law makes a refusal offer, also where a dispute is upheld', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.w.mustOffer = ['opt_out_of_sale']
    expect(story.answer('reject')).toBe('remedy_missing')
    story.do('dispute')
    const upheld = { by: secondSupervisor, upheld: true }
    expect(story.answer('resolve_dispute', upheld)).toBe('remedy_missing')
    const remedies = ['complain', 'opt_out_of_sale']
    expect(story.answer('reject', { remedies })).toBe('ok: reject')
    expect(story.do('resolve_dispute', { ...upheld, remedies }).request.rejection).toMatchObject({ remedies })
  })

  it('is cancelled by the person at level 2 until it runs, also while paused', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).do('dispute')
    story.w.levels = { p1: 1 }
    expect(story.answer('cancel', { by: person })).toBe('level_too_low')
    story.w.levels = { p1: 2 }
    expect(story.do('cancel', { by: person }).request.state).toBe('cancelled')
    expect((storyIn('deletion', 'executing') as Story).answer('cancel')).toBe('no_such_step')
  })

  it('needs every subject verified', () => {
    const w = new World('deletion')
    w.levels = { p1: 3, p2: 1 }
    const story = new Story('deletion', { told: told('understood', w.now) }, w).do('submit')
    expect(story.request.state).toBe('awaiting_verification')
    expect(story.answer('submit')).toBe('not_verified')
    w.levels = { p1: 3, p2: 2 }
    expect(story.do('submit').request.state).toBe('awaiting_approval')
  })

  it('believes an app no more than it may vouch for', () => {
    const w = new World('deletion')
    w.sensitive = true
    const app = { type: 'client', client: 'app' } as const
    const story = new Story('deletion', { by: app, told: told('understood', w.now) }, w)
    expect(story.do('submit', { by: app }).request.state).toBe('awaiting_verification')
  })

  it('passes the due date once, tells it once, and is extended once and before', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    expect(story.answer('due_passed')).toBe('not_due')
    const latest = story.w.facts(supervisor).extensionUntil ?? 0
    expect(story.answer('extend', { dueAt: latest + 1 }), 'beyond what the law gives').toBe('no_extension')
    expect(story.answer('extend', { dueAt: latest })).toBe('ok: extend')
    story.do('extend')
    expect(story.answer('extend')).toBe('already_extended')
    expect(story.wait(59 * DAY + HOUR).answer('due_passed')).toBe('not_due')
    story.wait(DAY).do('due_passed')
    expect(story.answer('due_passed')).toBe('already_said')
    const late = (storyIn('deletion', 'awaiting_approval') as Story).wait(31 * DAY)
    expect(late.answer('extend')).toBe('past_due')
  })

  it('that was escalated and then extended is escalated again before its new date', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    story.w.now = story.request.decideBy - HOUR
    story.do('escalate', { of: 'decide_by' })
    expect(story.answer('escalate', { of: 'decide_by' })).toBe('already_said')
    const { extensionUntil } = story.w.facts(supervisor)
    const decideBy = (extensionUntil ?? 0) - 10 * DAY
    story.do('extend', { dueAt: extensionUntil ?? 0, decideBy })
    expect(story.answer('escalate', { of: 'decide_by' })).toBe('not_due')
    story.w.now = decideBy - HOUR
    expect(story.answer('escalate', { of: 'decide_by' })).toBe('ok: escalate')
  })

  it('is decided by nobody but supervisors', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    expect(story.answer('approve', { by: { type: 'operator' } })).toBe('not_your_role')
    expect(story.answer('approve', { by: { type: 'staff', human: 'D1', role: 'administrator' } })).toBe('not_your_role')
    expect(story.answer('approve', { by: supervisor })).toBe('ok: approve_deletion')
    expect(story.answer('approve', { by: secondSupervisor })).toBe('ok: approve_deletion')
  })
})
