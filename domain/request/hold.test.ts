import { describe, expect, it } from 'vitest'
import { holdEffect, isHeld, type HoldCovers, type HoldFact } from './hold.ts'
import { requestKinds } from './kinds.ts'
import { START } from '#tests/support/request-world.ts'

const hold = (covers: HoldCovers, subjectId = 'p1', reviewOn = START): HoldFact => ({
  ref: `h-${subjectId}`, subjectId, covers, basis: 'court', mayNotTell: false, reviewOn,
})
const everything: HoldCovers = { covers: 'everything' }
const scoring = { scope: 'service', service: 'credit_scoring' } as const
const account = { scope: 'account' } as const

describe('what a hold does', () => {
  it('pauses a deletion that it covers whole', () => {
    expect(holdEffect([hold(everything)], 'deletion', scoring, ['p1'], ['shop'])).toMatchObject({ effect: 'pause' })
    const ofService = hold({ covers: 'service', service: 'credit_scoring' })
    expect(holdEffect([ofService], 'deletion', scoring, ['p1'], ['shop'])).toMatchObject({ effect: 'pause' })
  })

  it('becomes kept lines where it covers one of several subjects, or only a part', () => {
    const one = [hold(everything)]
    expect(holdEffect(one, 'deletion', scoring, ['p1', 'p2'], ['shop'])).toEqual({
      effect: 'kept_lines', held: [{ subjectId: 'p1', holdRef: 'h-p1', covers: everything }],
    })
    const both = [hold(everything), hold(everything, 'p2')]
    expect(holdEffect(both, 'deletion', scoring, ['p1', 'p2'], ['shop'])).toMatchObject({ effect: 'pause' })
    const part = hold({ covers: 'systems', systems: ['shop'] })
    expect(holdEffect([part], 'deletion', scoring, ['p1'], ['shop'])).toMatchObject({ effect: 'kept_lines' })
    const service = hold({ covers: 'service', service: 'credit_scoring' })
    expect(holdEffect([service], 'deletion', account, ['p1'], ['shop'])).toMatchObject({ effect: 'kept_lines' })
  })

  it('does nothing to another service, another system, another person', () => {
    const others = [
      hold({ covers: 'service', service: 'recommendations' }), hold({ covers: 'systems', systems: ['crm'] }),
      hold(everything, 'p9'),
    ]
    expect(holdEffect(others, 'deletion', scoring, ['p1'], ['shop'])).toEqual({ effect: 'none' })
  })

  it('lets the covered steps of the other erasing kinds wait, and leaves alone what erases nothing', () => {
    const effects = requestKinds.map((kind) => [kind, holdEffect([hold(everything)], kind, scoring, ['p1'], []).effect])
    expect(Object.fromEntries(effects)).toEqual({
      consent_withdrawal: 'none', deregistration: 'waits', deletion: 'pause', access: 'none', void_enrolment: 'waits',
      objection: 'none', ineligibility: 'none', ineligibility_correction: 'none',
    })
  })

  it('says of one step whether it is covered', () => {
    const step = { subjectId: 'p1', system: 'shop', service: 'credit_scoring' }
    expect(isHeld([hold(everything)], step)).toBe(true)
    expect(isHeld([hold({ covers: 'service', service: 'credit_scoring' })], step)).toBe(true)
    expect(isHeld([hold({ covers: 'systems', systems: ['shop'] })], step)).toBe(true)
    expect(isHeld([hold({ covers: 'systems', systems: ['crm'] })], step)).toBe(false)
    expect(isHeld([hold({ covers: 'service', service: 'credit_scoring' })], { ...step, service: null })).toBe(false)
    expect(isHeld([hold(everything, 'p2')], step)).toBe(false)
  })
})
