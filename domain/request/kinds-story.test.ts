import { describe, expect, it } from 'vitest'
import { DAY } from './settings.ts'
import { turnOf } from './turn.ts'
import { Story, storyIn } from '#tests/support/request-story.ts'
import {
  agent, client, otherAgent, person, secondSupervisor, supervisor, system, World,
} from '#tests/support/request-world.ts'

describe('what each kind does (§5.3)', () => {
  it('withdrawing the purpose that a service rests on is its de-registration', () => {
    const story = new Story('consent_withdrawal', { purpose: { key: 'credit_scoring', restsOn: true, optOut: false } })
    expect(story.request).toMatchObject({ kind: 'deregistration', askedAs: 'consent_withdrawal' })
  })

  it('a withdrawal of marketing needs no proof, and is done when the systems were told', () => {
    const w = new World('consent_withdrawal')
    w.levels = { p1: 0 }
    const purpose = { key: 'marketing', restsOn: false, optOut: true }
    const story = new Story('consent_withdrawal', { purpose }, w).do('submit').do('tasks_ended')
    expect(story.request).toMatchObject({ state: 'completed', outcome: { result: 'done' } })
    expect(story.effects).toContainEqual({ type: 'append_consent_event', state: 'ConsentWithdrawn', of: 'purpose' })
  })

  it('a withdrawal that arrives from the account system opens its de-registration by itself', () => {
    const w = new World('deregistration')
    w.levels = { p1: 0 }
    const story = new Story('deregistration', { by: system, source: { type: 'consent_event', ref: 'e7' } }, w)
    expect(story.do('submit', { by: system }).request.state).toBe('executing')
  })

  it('a void runs without approval, marks nobody, and tells partners that contracts go on', () => {
    const story = new Story('void_enrolment').do('submit')
    expect(story.request.state).toBe('executing')
    expect(story.has('write_mark') || story.has('note_no_mark')).toBe(false)
    expect(story.effects).toContainEqual({ type: 'notify', template: 'running_contracts_go_on', to: 'partners' })
  })

  it('a void beyond what the book names is approved first; without a defect there is nothing to void', () => {
    const w = new World('void_enrolment')
    w.beyondNamed = true
    expect(new Story('void_enrolment', {}, w).do('submit').request.state).toBe('awaiting_approval')
    w.defectivePeriods = 0
    expect(new Story('void_enrolment', {}, w).answer('submit')).toBe('no_defective_period')
  })

  it('an operator may ask for approvals that the book does not ask for', () => {
    const w = new World('deregistration')
    w.settings = { ...w.settings, approvalNotNeeded: [] }
    expect(new Story('deregistration', {}, w).do('submit').request.state).toBe('awaiting_approval')
  })

  it('a mark without deletion is asked for by staff, and cancelled by its opener alone', () => {
    const w = new World('ineligibility')
    const story = new Story('ineligibility', { by: supervisor }, w).do('submit', { by: supervisor })
    expect(story.answer('approve', { by: supervisor })).toBe('took_part')
    expect(story.answer('cancel', { by: secondSupervisor })).toBe('not_the_opener')
    expect(story.answer('cancel', { by: person })).toBe('not_the_opener')
    expect(story.answer('cancel', { by: supervisor })).toBe('ok: cancel')
    story.do('approve', { by: secondSupervisor }).do('tasks_ended')
    expect(story.has('write_mark')).toBe(true)
    expect(() => new Story('ineligibility', { by: client }, w)).toThrow('not_your_role')
  })

  it('a mark is rejected where the evidence says nobody is to be marked, also later', () => {
    const w = new World('ineligibility')
    w.markable = false
    expect(new Story('ineligibility', {}, w).do('submit').request.rejection?.code).toBe('not_markable')
    w.markable = true
    const story = new Story('ineligibility', {}, w).do('submit')
    w.markable = false
    expect(story.do('plan_changed').request.rejection?.code).toBe('not_markable')
  })

  it('a correction needs two different supervisors', () => {
    const story = storyIn('ineligibility_correction', 'awaiting_approval') as Story
    story.do('approve')
    expect(story.request).toMatchObject({ state: 'awaiting_approval', approvals: [{ human: 'S1' }] })
    expect(story.answer('approve')).toBe('already_approved')
    story.do('approve', { by: secondSupervisor })
    expect(story.request.state).toBe('executing')
    expect(story.effects).toContainEqual({ type: 'supersede_mark', cause: 'correction' })
  })

  it('a correction loses its first approval when the plan changes', () => {
    const story = (storyIn('ineligibility_correction', 'awaiting_approval') as Story).do('approve')
    story.w.datasetVersion = 2
    story.do('plan_changed')
    expect(story.answer('approve', { by: secondSupervisor })).toBe('ok: approve_more_needed')
  })

  it('an objection is answered in words with remedies, by somebody who had no part in what it is about', () => {
    const story = storyIn('objection', 'awaiting_approval') as Story
    story.w.aboutHumans = ['S1']
    expect(story.answer('approve')).toBe('had_part_in_subject')
    expect(story.answer('approve', { by: secondSupervisor, answer: null })).toBe('answer_missing')
    const answer = { upheld: false, remedies: [] }
    expect(story.answer('approve', { by: secondSupervisor, answer })).toBe('remedies_missing')
    story.do('approve', { by: secondSupervisor }).do('tasks_ended')
    expect(story.effects).toContainEqual({ type: 'apply_objection', about: 'e1', upheld: true })
    expect(story.request.outcome?.result).toBe('answered')
  })

  it('an access sends a link, waits 30 days for the person, and ends as not collected', () => {
    const story = (storyIn('access', 'executing') as Story).do('tasks_ended')
    expect(story.has('send_copy_link')).toBe(true)
    expect(turnOf(story.request, story.w.now, story.w.settings)).toMatchObject({ role: 'person', clock: 'collect' })
    expect(story.wait(30 * DAY - 1).answer('not_collected')).toBe('too_early')
    expect(story.answer('fetched')).toBe('ok: fetched')
    expect(story.wait(1).do('not_collected').request.outcome?.result).toBe('not_collected')
  })

  it('an access hurries when an erasure waits for it, and can be released', () => {
    const story = (storyIn('access', 'executing') as Story).do('tasks_ended').do('hasten')
    expect(story.do('release').request.releasedAt).toBe(story.w.now)
    expect(story.wait(7 * DAY).answer('not_collected')).toBe('ok: not_collected')
  })

  it('an access to a sensitive service’s data is approved first', () => {
    const w = new World('access')
    w.sensitive = true
    expect(new Story('access', {}, w).do('submit').request.state).toBe('awaiting_approval')
  })

  it('nobody who was erased is erased again (invariant 12)', () => {
    const subjects = [{ subjectId: 'e1', known: 'erased' as const }]
    expect(() => new Story('deletion', { subjects })).toThrow('kind_not_for_erased')
    expect(new Story('objection', { subjects }).request.state).toBe('open')
  })
})

describe('before it is submitted', () => {
  it('counts as abandoned a day after its call, and waits for a call that was promised', () => {
    const story = new Story('deregistration').wait(DAY - 1).do('call_ended')
    expect(story.wait(DAY - 1).answer('abandoned')).toBe('too_early')
    expect(story.wait(1).do('abandoned').request).toMatchObject({ state: 'awaiting_verification', pauses: [] })
    const promised = new Story('deregistration')
    promised.do('call_ended', { promisedCallAt: promised.w.now + 2 * DAY }).wait(DAY).do('abandoned')
    expect(promised.request.pauses).toMatchObject([{ kind: 'parked', reason: 'call_promised' }])
  })

  it('is given up after 14 days, or sooner by an agent who did not open it', () => {
    const story = storyIn('access', 'awaiting_verification') as Story
    expect(story.answer('give_up', { by: agent })).toBe('opened_it_yourself')
    expect(story.answer('give_up', { by: otherAgent })).toBe('ok: give_up')
    expect(story.answer('give_up', { by: system })).toBe('too_early')
    expect(story.wait(14 * DAY).do('give_up', { by: system }).request.rejection?.code).toBe('identity_not_verified')
  })

  it('ends with a neutral letter when nobody is found', () => {
    const story = new Story('access', { subjects: [] })
    expect(story.answer('submit')).toBe('ok: submit_unverified')
    story.do('no_data_found')
    expect(story.effects).toContainEqual({ type: 'notify', template: 'no_data_found', to: 'stated_contact' })
    expect((storyIn('access', 'open') as Story).answer('no_data_found')).toBe('subjects_known')
  })

  it('is somebody’s once they are found, also while it is parked, and then their law says until when', () => {
    const story = new Story('deletion', { subjects: [], told: null }).do('submit')
    const { receivedAt } = story.request
    expect(story.request.pauses).toMatchObject([{ kind: 'parked' }])
    const dates = { receivedAt: receivedAt + DAY, dueAt: receivedAt + 20 * DAY, decideBy: receivedAt + 9 * DAY }
    story.wait(DAY).do('name_subjects', { ...dates, lawVersion: 'law-3', by: otherAgent })
    expect(story.request).toMatchObject({
      state: 'awaiting_verification', subjects: [{ subjectId: 'p1', level: 0 }], pauses: [{ kind: 'parked' }],
      receivedAt, dueAt: dates.dueAt, decideBy: dates.decideBy, lawVersion: 'law-3', acknowledgedAt: story.w.now,
    })
    expect(story.request.parts).toContainEqual({ human: 'A2', part: 'edited', at: story.w.now })
    expect(story.effects).toContainEqual({ type: 'notify', template: 'acknowledged', to: 'contact_on_file' })
    expect(story.answer('name_subjects')).toBe('subjects_known')
    expect(new Story('access', { subjects: [] }).answer('name_subjects', { by: client })).toBe('not_your_role')
    expect(new Story('access', { subjects: [] }).do('no_data_found').answer('name_subjects')).toBe('final')
  })

  it('has not passed its date any more when the law of who it is about gives a later one', () => {
    const story = new Story('access', { subjects: [] })
    story.wait(story.request.dueAt - story.w.now).do('due_passed')
    const past = { dueAt: story.w.now - DAY, decideBy: story.w.now - 2 * DAY }
    const { duePassedAt } = story.request
    expect(duePassedAt).toBe(story.w.now)
    const named = (dates: typeof past) => {
      const decision = story.try('name_subjects', dates)
      return decision.ok ? decision.next.duePassedAt : decision.reason
    }
    expect(named(past)).toBe(duePassedAt)
    expect(named({ dueAt: story.w.now + DAY, decideBy: story.w.now })).toBeNull()
  })

  it('is submitted by the system when a one-time link is used, and by no other app than the one that opened it', () => {
    const story = storyIn('access', 'open') as Story
    expect(story.answer('submit', { by: system })).toBe('not_your_role')
    expect(story.answer('submit', { by: client })).toBe('not_the_opener')
    const waiting = storyIn('access', 'awaiting_verification') as Story
    expect(waiting.answer('submit', { by: system })).toBe('ok: submit_and_run')
  })
})
