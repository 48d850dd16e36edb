import { describe, expect, it } from 'vitest'
import { decide } from './machine.ts'
import type { Request } from './request.ts'
import { sameRequest, type Asked } from './same-request.ts'
import { DAY } from './settings.ts'
import { START, World } from '#tests/support/request-world.ts'

function filed(over: Partial<Request> = {}): Request {
  const world = new World('deletion')
  const event = world.openEvent()
  const answer = decide(null, event, world.facts(event.by))
  if (!answer.ok) throw new Error(answer.reason)
  return { ...answer.next, ...over }
}
const first = filed()
const asked: Asked = {
  kind: first.kind,
  scope: first.scope,
  purpose: null,
  subjectIds: first.subjects.map(({ subjectId }) => subjectId),
  lastGivenAt: null,
}
const disputed = { kind: 'disputed', since: START, until: START + DAY } as unknown as Request['pauses'][number]

describe('the same request filed again', () => {
  it('is the one under way: the same kind, scope, purpose and person', () => {
    expect(sameRequest(asked, [filed({ id: 'other', kind: 'deregistration', askedAs: 'deregistration' }), first])).toBe(first)
    for (const state of ['open', 'awaiting_approval', 'cooling_off', 'executing', 'completed_pending'] as const) {
      expect(sameRequest(asked, [filed({ state })])?.state, state).toBe(state)
    }
  })

  it('is another one for another kind, scope, purpose or person', () => {
    expect(sameRequest({ ...asked, kind: 'deregistration' }, [first])).toBeNull()
    expect(sameRequest({ ...asked, scope: { scope: 'service', service: 'elsewhere' } }, [first])).toBeNull()
    expect(sameRequest({ ...asked, purpose: 'marketing' }, [first])).toBeNull()
    expect(sameRequest({ ...asked, subjectIds: [...asked.subjectIds, 'one more'] }, [first])).toBeNull()
    expect(sameRequest({ ...asked, subjectIds: [] }, [first])).toBeNull()
  })

  it('stands in nobody’s way once it ended, while nobody was verified, or while it is said to be a thief’s', () => {
    for (const state of ['completed', 'rejected', 'cancelled', 'awaiting_verification'] as const) {
      expect(sameRequest(asked, [filed({ state })]), state).toBeNull()
    }
    expect(sameRequest(asked, [filed({ pauses: [disputed] })])).toBeNull()
  })

  it('does not answer for a consent that was given after its plan was frozen', () => {
    const frozen = { hash: 'h', marks: [], lines: [], systems: [], at: START } as unknown as Request['frozen']
    const running = filed({ state: 'completed_pending', frozen })
    expect(sameRequest({ ...asked, lastGivenAt: START - 1 }, [running])).toBe(running)
    expect(sameRequest({ ...asked, lastGivenAt: START + 1 }, [running])).toBeNull()
  })

  it('is never an objection, a mark or a correction: each says something of its own', () => {
    for (const kind of ['objection', 'ineligibility', 'ineligibility_correction'] as const) {
      expect(sameRequest({ ...asked, kind }, [filed({ kind, askedAs: kind })]), kind).toBeNull()
    }
  })
})
