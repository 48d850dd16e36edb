import { describe, expect, it } from 'vitest'
import { mayErase } from './obstacles.ts'
import { DAY } from './settings.ts'
import { turnOf } from './turn.ts'
import { storyIn, type Story } from '#tests/support/request-story.ts'
import { agent, secondSupervisor, supervisor, system, thirdSupervisor } from '#tests/support/request-world.ts'

const line = { system: 'shop', collection: 'invoice', field: null }
const invoice = { subjectId: 'p1', service: 'credit_scoring', line }

describe('what needs attention', () => {
  it('begins when a task gave up and none is running', () => {
    const story = storyIn('deletion', 'executing') as Story
    expect(story.answer('task_gave_up')).toBe('no_task_failed')
    story.w.tasks = { running: 1, failed: ['shop'], open: [] }
    expect(story.answer('task_gave_up')).toBe('tasks_open')
    expect(story.answer('tasks_ended')).toBe('tasks_open')
    story.w.tasks = { running: 0, failed: ['shop'], open: [] }
    expect(story.do('task_gave_up').request.attention).toEqual([{ system: 'shop', cause: 'gave_up' }])
  })

  it('begins again when something is left, or came back before the second look', () => {
    const first = storyIn('deletion', 'rechecking') as Story
    expect(first.answer('leftovers', { systems: ['unknown'] })).toBe('system_not_in_plan')
    expect(first.do('leftovers').request.state).toBe('needs_attention')
    expect((storyIn('deletion', 'completed_pending') as Story).do('leftovers').request.state).toBe('needs_attention')
  })

  it('is done by hand with evidence and a second person', () => {
    const story = storyIn('deletion', 'needs_attention') as Story
    expect(story.answer('done_by_hand', { evidence: '' })).toBe('evidence_missing')
    expect(story.answer('done_by_hand', { system: 'partner' })).toBe('not_in_attention')
    story.do('done_by_hand')
    expect(story.answer('done_by_hand')).toBe('second_person_needed')
    expect(story.do('done_by_hand', { by: agent }).request.state).toBe('rechecking')
  })

  it('is kept on a basis of ours, to a date, by a second supervisor, and the person is told', () => {
    const story = storyIn('deletion', 'needs_attention') as Story
    expect(story.answer('keep', { basis: 'silent_partner' })).toBe('basis_missing')
    expect(story.answer('keep', { until: story.w.now })).toBe('date_missing')
    story.do('keep', { by: supervisor })
    expect(story.answer('keep', { by: supervisor })).toBe('second_person_needed')
    story.do('keep', { by: secondSupervisor })
    const kept = { collection: 'customer', action: 'keep', reason: 'legal_claim', until: story.w.taxUntil }
    expect(story.request.frozen?.lines).toContainEqual(expect.objectContaining(kept))
    expect(story.effects).toContainEqual(expect.objectContaining({ template: 'kept_line' }))
    story.do('recheck_clean').wait(DAY).do('recheck_clean')
    expect(story.request.outcome?.rest).toHaveLength(2)
  })

  it('takes other terms as another proposal', () => {
    const story = (storyIn('deletion', 'needs_attention') as Story).do('keep', { by: supervisor })
    expect(story.answer('keep', { by: secondSupervisor, basis: 'public_interest' })).toBe('ok: keep_first')
  })

  it('stays until every system is settled, and goes on with what is still open', () => {
    const story = storyIn('deletion', 'executing') as Story
    story.w.tasks = { running: 0, failed: ['shop', 'partner'], open: [] }
    story.do('task_gave_up').do('done_by_hand').do('done_by_hand', { by: secondSupervisor })
    expect(story.request).toMatchObject({ state: 'needs_attention', attention: [{ system: 'partner' }] })
    story.w.tasks = { running: 0, failed: [], open: ['bureau'] }
    story.do('done_by_hand', { system: 'partner' }).do('done_by_hand', { system: 'partner', by: thirdSupervisor })
    expect(story.request.state).toBe('executing')
  })

  it('is tried again for the systems that failed', () => {
    const story = storyIn('deletion', 'needs_attention') as Story
    story.do('retry')
    expect(story.effects).toContainEqual({ type: 'start_tasks', systems: ['shop'], rest: null })
  })
})

describe('what is retained', () => {
  it('is erased at its date, nothing else is, and a new certificate says so', () => {
    const story = storyIn('deletion', 'completed') as Story
    const turn = turnOf(story.request, story.w.now, story.w.settings)
    expect(turn).toMatchObject({ role: 'system', clock: 'rest', at: story.w.taxUntil })
    expect(story.answer('rest_due')).toBe('no_rest')
    story.w.now = story.w.taxUntil
    story.do('rest_due')
    const facts = story.w.facts(system)
    expect(mayErase(story.request, invoice, story.w.now, facts).ok).toBe(true)
    const customer = { ...invoice, line: { ...invoice.line, collection: 'customer' } }
    expect(mayErase(story.request, customer, story.w.now, facts)).toEqual({ ok: false, reason: 'not_in_plan' })
    story.do('tasks_ended').do('recheck_clean').wait(DAY).do('recheck_clean')
    expect(story.effects).toContainEqual({ type: 'issue_certificate', result: 'retained', again: true })
    expect(story.request.outcome).toEqual({ result: 'retained', rest: [] })
  })

  it('waits for a hold or an open access as everything does', () => {
    const story = storyIn('deletion', 'completed') as Story
    story.w.now = story.w.taxUntil
    story.w.holds = [story.w.hold('H1')]
    expect(story.do('rest_due').request).toMatchObject({ state: 'completed', waiting: { code: 'hold' } })
    expect(story.answer('rest_due')).toBe('still_waiting')
    story.w.holds = []
    expect(story.do('rest_due').request.state).toBe('executing')
  })

  it('ends a line that a hold kept once that hold is lifted', () => {
    const story = storyIn('deletion', 'open') as Story
    story.w.holds = [story.w.hold('H1', { covers: 'systems', systems: ['shop'] })]
    story.do('submit').do('approve').wait(7 * DAY).do('window_over').do('tasks_ended').do('recheck_clean')
    story.wait(DAY).do('recheck_clean')
    expect(story.answer('rest_due')).toBe('no_rest')
    story.w.holds = []
    expect(story.do('rest_due').request.restRunning).toMatchObject([{ collection: 'customer', holdRef: 'H1' }])
  })
})

describe('erased in error, found later', () => {
  it('needs two supervisors who did not approve it, and stops what was still to come', () => {
    const story = storyIn('deletion', 'completed') as Story
    expect(story.answer('erased_in_error', { by: supervisor })).toBe('approved_it_yourself')
    story.do('erased_in_error', { by: secondSupervisor })
    const turn = turnOf(story.request, story.w.now, story.w.settings)
    expect(turn).toMatchObject({ role: 'supervisor', clock: 'second_finding' })
    expect(story.answer('erased_in_error', { by: secondSupervisor })).toBe('second_person_needed')
    story.do('erased_in_error', { by: thirdSupervisor })
    expect(story.effects).toContainEqual({ type: 'supersede_mark', cause: 'objection' })
    expect(story.effects).toContainEqual({ type: 'open_incident', dueAt: story.w.now + 3 * DAY })
    story.w.now = story.w.taxUntil
    expect(story.answer('rest_due')).toBe('in_error')
    expect(story.answer('erased_in_error', { by: thirdSupervisor })).toBe('in_error')
  })
})
