/** One good event of each type, so that a test only says what is special about it. */

import { actorRule, type RequestActor } from '#domain/request/actor.ts'
import type { EventOf, EventType, RequestEvent } from '#domain/request/events.ts'
import { requestTable } from '#domain/request/table.ts'
import { DAY } from '#domain/request/settings.ts'
import { agent, client, contact, person, supervisor, system, told, type World } from './request-world.ts'

const actors = { agent, supervisor, client, system, person, contact }

/** Who may cause each event, as the table says, and an actor of the first such rule. */
const firstActor = new Map<EventType, RequestActor>()
for (const row of requestTable) {
  const rule = row.by[0]
  if (rule && !firstActor.has(row.event)) firstActor.set(row.event, actors[rule])
}

export function usualActor(type: EventType): RequestActor {
  return firstActor.get(type) ?? system
}

const refusal = { code: 'manifestly_excessive', ground: 'gdpr_12_5', remedies: ['complain'], textRef: null } as const

/** What each event carries beside its type, time and actor, when all is well. */
export function goodEvent(type: EventType, w: World, by: RequestActor = usualActor(type)): RequestEvent {
  const at = w.now
  switch (type) {
    case 'open': return w.openEvent({ by })
    case 'name_subjects': {
      const dates = { receivedAt: at, dueAt: at + 20 * DAY, decideBy: at + 10 * DAY, lawVersion: 'law-2' }
      return { type, at, by, subjects: [{ subjectId: 'p1', known: 'on_file' }], ...dates }
    }
    case 'tell': return { type, at, by, told: told('understood', at) }
    case 'take_part': return { type, at, by, human: 'A2', part: 'verified' }
    case 'call_ended': return { type, at, by, promisedCallAt: null }
    case 'return': return { type, at, by, to: 'A2' }
    case 'reject': return { type, at, by, ...refusal }
    case 'approve': return { type, at, by, planHash: w.plan().hash, answer: { upheld: true, remedies: ['court'] } }
    case 'hasten': return { type, at, by, until: at + 7 * DAY }
    case 'done_by_hand': return { type, at, by, system: 'shop', evidence: 'photo-1' }
    case 'keep': return { type, at, by, system: 'shop', basis: 'legal_claim', until: w.taxUntil }
    case 'recheck_clean': return { type, at, by, asked: ['shop', 'partner'], told: ['bureau'] }
    case 'leftovers': return { type, at, by, systems: ['shop'] }
    case 'erased_in_error': return { type, at, by, cause: 'objection' }
    case 'extend': return { type, at, by, reason: 'complex', dueAt: w.now + 60 * DAY, decideBy: w.now + 50 * DAY }
    case 'escalate': return { type, at, by, of: 'decide_by' }
    case 'park': return { type, at, by, reason: 'not_told', promisedAt: null }
    case 'tried': return { type, at, by, promisedAt: null }
    case 'reached': return { type, at, by, told: told('understood', at), promisedAt: null }
    case 'hold_placed': return { type, at, by, hold: w.hold('H1') }
    case 'hold_lifted': return { type, at, by, ref: 'H1' }
    case 'hold_reviewed': return { type, at, by, ref: 'H1', reviewOn: at + 30 * DAY }
    case 'resolve_dispute': return { type, at, by, upheld: false, ground: 'evidence', remedies: ['complain'] }
    default: return { type, at, by } as RequestEvent
  }
}

/** The same with fields of the test's own. */
export function eventWith<T extends EventType>(type: T, w: World, over: Partial<EventOf<T>>): RequestEvent {
  return { ...goodEvent(type, w), ...over } as RequestEvent
}

/** True when the table lets this actor cause this event anywhere. */
export function mayCause(type: EventType, by: RequestActor): boolean {
  const rule = actorRule(by)
  return rule !== null && requestTable.some((row) => row.event === type && row.by.includes(rule))
}
