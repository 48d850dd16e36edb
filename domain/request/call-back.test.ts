import { describe, expect, it } from 'vitest'
import { asksForCallBack } from './call-back.ts'
import { DAY } from './settings.ts'
import { Story, storyIn } from '#tests/support/request-story.ts'

const of = (story: Story | null) => asksForCallBack((story as Story).request)

describe('a case asks for a call of ours', () => {
  it('while it is parked, whatever lies over it beside, and not once it runs', () => {
    const parked = new Story('deletion').do('park', { reason: 'under_pressure' })
    expect(of(parked)).toBe('parked')
    expect(of(parked.do('dispute'))).toBe('parked')
    expect(of(storyIn('deletion', 'executing'))).toBeNull()
    expect(of(storyIn('deletion', 'cancelled'))).toBeNull()
  })

  it('when a letter waits for its person, or a call was promised; not because somebody was not verified', () => {
    const letter = new Story('access', { source: { type: 'intake', ref: 'i1' } })
    expect(of(letter), 'whoever takes it in is still at it').toBeNull()
    expect(of(storyIn('deregistration', 'awaiting_verification'))).toBeNull()
    const promised = new Story('deregistration')
    promised.do('call_ended', { promisedCallAt: promised.w.now + DAY })
    expect(of(promised)).toBe('waiting')
    expect(of(new Story('deregistration').do('call_ended', { promisedCallAt: null }))).toBeNull()
  })

  it('never about nobody', () => {
    expect(of(new Story('deletion', { subjects: [], told: null }).do('submit'))).toBeNull()
  })
})
