import { describe, expect, it } from 'vitest'
import { Story } from '#tests/support/request-story.ts'
import { told, World } from '#tests/support/request-world.ts'
import { caseLinkObstacle } from './case-link.ts'

/** A letter: nobody was verified by it, so it waits. */
function letter(kind: 'deregistration' | 'deletion' | 'access') {
  const story = new Story(kind, kind === 'deletion' ? { told: null } : {})
  story.w.levels = { p1: 0 }
  return story.do('submit')
}

describe('a one-time link about a case', () => {
  it('is for what waits to be verified, parked to be called or not', () => {
    expect(caseLinkObstacle(letter('deregistration').request)).toBeNull()
    expect(caseLinkObstacle(letter('deletion').request)).toBeNull()
    expect(caseLinkObstacle(letter('access').do('park', { reason: 'call_promised' }).request)).toBeNull()
  })

  it('is for nothing that nobody is known of, that has not been submitted, or that went on', () => {
    const { request } = letter('deregistration')
    expect(caseLinkObstacle({ ...request, subjects: [] })).toBe('not_waiting')
    expect(caseLinkObstacle({ ...request, subjects: [{ subjectId: 'e', known: 'erased', level: 0 }] })).toBe('not_waiting')
    expect(caseLinkObstacle(new Story('deregistration').request)).toBe('not_waiting')
    expect(caseLinkObstacle(new Story('deletion').do('submit').request)).toBe('not_waiting')
  })

  it('is not for what somebody disputes', () => {
    const story = letter('deregistration')
    story.w.levels = { p1: 1 }
    expect(caseLinkObstacle(story.do('dispute').request)).toBe('paused')
  })

  it('is never sent to somebody under pressure', () => {
    const w = new World('deletion')
    const steered = new Story('deletion', { told: told('under_pressure', w.now) }, w).do('submit')
    expect(caseLinkObstacle(steered.request)).toBe('never_in_writing')
  })
})
