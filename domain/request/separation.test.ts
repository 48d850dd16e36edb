import { describe, expect, it } from 'vitest'
import type { DeciderFact } from './facts.ts'
import { barringParts } from './request.ts'
import { decidesFrom, mayDecide, nextDecider } from './separation.ts'
import { DAY, defaultRequestSettings as settings, HOUR } from './settings.ts'
import { storyIn, type Story } from '#tests/support/request-story.ts'
import { newSupervisor, secondLogin, secondSupervisor, START, supervisor } from '#tests/support/request-world.ts'

const old: DeciderFact = { decidesSince: START - 30 * DAY, deputy: null }
const nobodysCase = { parts: [] }
const facts = (decider: DeciderFact | null, aboutHumans: string[] = []) => ({ decider, aboutHumans, settings })

describe('who may decide (invariant 2)', () => {
  it('lets somebody decide who had no part in it', () => {
    expect(mayDecide(nobodysCase, 'S1', START, facts(old))).toEqual({ ok: true })
  })

  it.each(barringParts)('does not let somebody decide who has the part %s', (part) => {
    const request = { parts: [{ human: 'S1', part, at: START }] }
    expect(mayDecide(request, 'S1', START, facts(old))).toEqual({ ok: false, reason: 'took_part', part })
    expect(mayDecide(request, 'S2', START, facts(old)).ok).toBe(true)
  })

  it('does not let somebody decide without the right to', () => {
    expect(mayDecide(nobodysCase, 'S1', START, facts(null))).toMatchObject({ reason: 'not_a_decider' })
  })

  it('lets a new decider wait for 24 hours, and says until when', () => {
    const fresh: DeciderFact = { decidesSince: START, deputy: null }
    expect(mayDecide(nobodysCase, 'S1', START + 24 * HOUR - 1, facts(fresh))).toEqual({
      ok: false, reason: 'newly_decider', from: START + 24 * HOUR,
    })
    expect(mayDecide(nobodysCase, 'S1', START + 24 * HOUR, facts(fresh)).ok).toBe(true)
  })

  it('excepts a deputy whom somebody else named a day before', () => {
    const deputy = (namedBy: string, namedAt: number): DeciderFact => ({
      decidesSince: START, deputy: { namedBy, namedAt },
    })
    expect(mayDecide(nobodysCase, 'S1', START, facts(deputy('S2', START - 24 * HOUR))).ok).toBe(true)
    expect(mayDecide(nobodysCase, 'S1', START, facts(deputy('S2', START - 23 * HOUR))).ok).toBe(false)
    expect(mayDecide(nobodysCase, 'S1', START, facts(deputy('S1', START - 24 * HOUR))).ok).toBe(false)
  })

  it('lets nobody decide from before they had the right to, however early they were named a deputy', () => {
    const deputy: DeciderFact = { decidesSince: START, deputy: { namedBy: 'S2', namedAt: START - 30 * DAY } }
    expect(decidesFrom('S1', deputy, settings.newDeciderWaitMs)).toBe(START)
    expect(mayDecide(nobodysCase, 'S1', START - 1, facts(deputy))).toMatchObject({ reason: 'newly_decider', from: START })
  })

  it('does not let somebody answer an objection to what they had a part in', () => {
    expect(mayDecide(nobodysCase, 'S1', START, facts(old, ['S1']))).toMatchObject({ reason: 'had_part_in_subject' })
  })

  it('names the next person who can, now or first', () => {
    const request = { parts: [{ human: 'S1', part: 'opened' as const, at: START }] }
    const fresh: DeciderFact = { decidesSince: START, deputy: null }
    const people = [{ human: 'S1', decider: old }, { human: 'S4', decider: fresh }]
    expect(nextDecider(request, START, people, facts(null))).toEqual({ human: 'S4', from: START + 24 * HOUR })
    expect(nextDecider(request, START, [...people, { human: 'S2', decider: old }], facts(null))).toEqual({
      human: 'S2', from: START,
    })
    expect(nextDecider(request, START, people.slice(0, 1), facts(null))).toBeNull()
  })
})

describe('the same in the machine', () => {
  it('refuses the second log-in of the agent who opened it, a newcomer, and a supervisor who placed a hold', () => {
    const story = storyIn('deletion', 'awaiting_approval') as Story
    expect(story.answer('approve', { by: secondLogin })).toBe('took_part')
    expect(story.answer('approve', { by: newSupervisor })).toBe('newly_decider')
    const hold = story.w.hold('H1', { covers: 'systems', systems: ['shop'] })
    story.do('hold_placed', { by: supervisor, hold })
    expect(story.answer('approve', { by: supervisor })).toBe('took_part')
    expect(story.answer('approve', { by: secondSupervisor })).toBe('ok: approve_deletion')
  })

  it('refuses a supervisor who verified the caller', () => {
    const story = storyIn('deletion', 'open') as Story
    story.do('take_part', { human: 'S1', part: 'verified' }).do('submit')
    expect(story.answer('reject', { by: supervisor })).toBe('took_part')
    expect(story.answer('return', { by: supervisor })).toBe('took_part')
    expect(story.answer('approve', { by: secondSupervisor })).toBe('ok: approve_deletion')
  })

  it('lets nobody resolve a dispute of what they approved, nor decide what they resolved', () => {
    const story = (storyIn('deletion', 'cooling_off') as Story).do('dispute')
    expect(story.answer('resolve_dispute', { by: supervisor })).toBe('approved_it_yourself')
    story.do('resolve_dispute', { by: secondSupervisor })
    expect(story.answer('reject', { by: secondSupervisor })).toBe('took_part')
    expect(story.answer('reject', { by: supervisor })).toBe('ok: reject')
  })
})
