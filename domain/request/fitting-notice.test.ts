import { describe, expect, it } from 'vitest'
import { approvedNotice, cancelledNotice, completedNotice, rejectedNotice, submittedNotice } from './fitting-notice.ts'

const own = { askedByPerson: true, verifiedAt: 1 }
const ours = { askedByPerson: false, verifiedAt: 1 }

describe('the words of a notice', () => {
  it('offer a change of mind only while a window runs', () => {
    expect(approvedNotice(1_001, 1_000)).toBe('approved_window_runs')
    expect(approvedNotice(1_000, 1_000)).toBe('approved_starts_now')
  })

  it('do not call a request the person’s own that staff made about them', () => {
    expect([submittedNotice(own), cancelledNotice(own), completedNotice(own, 'done')]).toEqual(['submitted', 'cancelled', 'completed'])
    expect([submittedNotice(ours), cancelledNotice(ours), rejectedNotice(ours, 'not_markable'), completedNotice(ours, 'done')]).toEqual([
      'asked_by_us', 'dropped_by_us', 'dropped_by_us', 'done_by_us',
    ])
  })

  it('tell whom a thief spoke for that it was stopped, not that it was refused to them', () => {
    expect(rejectedNotice(own, 'fraud')).toBe('not_yours_stopped')
    expect(rejectedNotice(own, 'legal_claim')).toBe('rejected')
    expect(rejectedNotice({ ...own, verifiedAt: null }, 'identity_not_verified')).toBe('not_verified_how_to_go_on')
    expect(rejectedNotice(own, 'identity_not_verified')).toBe('rejected')
  })

  it('say at the end what was kept, and later that the rest went', () => {
    expect(completedNotice(own, 'full')).toBe('completed')
    expect(completedNotice(own, 'retained')).toBe('completed_retained')
    expect(completedNotice(own, 'full', true)).toBe('rest_erased')
    expect(completedNotice(own, 'answered')).toBe('answered')
  })
})
