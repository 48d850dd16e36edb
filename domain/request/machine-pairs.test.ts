import { describe, expect, it } from 'vitest'
import { eventTypes, type EventType, type RequestEvent } from './events.ts'
import type { RequestActor } from './actor.ts'
import { refusalCodes } from './explain.ts'
import type { Facts } from './facts.ts'
import { requestKinds, type RequestKind } from './kinds.ts'
import { decide, rowsFor } from './machine.ts'
import { lay, type Pause } from './pause.ts'
import type { Request } from './request.ts'
import { DAY } from './settings.ts'
import { isFinal, requestStates, type RequestState } from './states.ts'
import { requestTable } from './table.ts'
import { eventWith, goodEvent } from '#tests/support/request-events.ts'
import { storyIn } from '#tests/support/request-story.ts'
import { everyActor, told, type World } from '#tests/support/request-world.ts'

/** Where each event may lead, written by hand from domain book §5.2. `=` the state stays. */
const early = 'open awaiting_verification awaiting_approval returned cooling_off'
const work = 'executing rechecking needs_attention completed_pending'
const any = `${early} ${work}`
const book: Record<Exclude<EventType, 'open'>, readonly [from: string, to: string][]> = {
  name_subjects: [['open awaiting_verification', '=']],
  tell: [['open awaiting_verification', '=']],
  take_part: [[any, '=']],
  call_ended: [['open awaiting_verification awaiting_approval returned cooling_off', '=']],
  abandoned: [['open', 'awaiting_verification']],
  submit: [['open awaiting_verification', 'awaiting_verification awaiting_approval executing rejected']],
  no_data_found: [['open awaiting_verification', 'rejected']],
  give_up: [['awaiting_verification', 'rejected']],
  return: [['awaiting_approval', 'returned']],
  answer: [['returned', 'awaiting_approval']],
  return_unanswered: [['returned', 'awaiting_approval']],
  reject: [['awaiting_approval returned cooling_off', 'rejected']],
  approve: [['awaiting_approval', 'awaiting_approval cooling_off executing']],
  plan_changed: [['awaiting_approval cooling_off', 'awaiting_approval rejected']],
  window_over: [['cooling_off', 'executing cooling_off awaiting_approval']],
  cancel: [[early, 'cancelled']],
  tasks_ended: [['executing', 'rechecking completed executing']],
  fetched: [['executing', 'completed']],
  not_collected: [['executing', 'completed']],
  release: [['open awaiting_verification awaiting_approval returned executing', '=']],
  hasten: [['open awaiting_verification awaiting_approval returned executing', '=']],
  waiting_over: [['executing', '=']],
  plan_shrunk: [[work, '=']],
  task_gave_up: [['executing', 'needs_attention']],
  retry: [['needs_attention', 'executing']],
  done_by_hand: [['needs_attention', 'needs_attention rechecking executing completed']],
  keep: [['needs_attention', 'needs_attention rechecking executing']],
  recheck_due: [['rechecking completed_pending', '=']],
  recheck_clean: [['rechecking', 'completed_pending'], ['completed_pending', 'completed']],
  leftovers: [['rechecking completed_pending', 'needs_attention']],
  rest_due: [['completed', 'executing completed']],
  erased_in_error: [['completed', 'completed']],
  acknowledge: [[any, '=']],
  extend: [[any, '=']],
  due_passed: [[any, '=']],
  escalate: [[`${any} completed`, '=']],
  park: [['open', 'awaiting_verification'], ['awaiting_verification awaiting_approval returned cooling_off', '=']],
  tried: [[early, '=']],
  reached: [[early, '= awaiting_approval rejected']],
  reading_over: [[early, '= awaiting_approval rejected']],
  not_delivered: [[early, '=']],
  hold_placed: [[any, '= awaiting_approval rejected']],
  hold_lifted: [[any, '= awaiting_approval rejected']],
  hold_reviewed: [[any, '=']],
  dispute: [[any, '=']],
  resolve_dispute: [[early, '= rejected awaiting_approval'], [work, '= completed']],
}

/** Only these move while something lies over the state (§5.2 "Pauses"). */
const movesWhilePaused: readonly EventType[] = [
  'cancel', 'reject', 'name_subjects', 'no_data_found', 'give_up', 'acknowledge', 'extend', 'due_passed', 'escalate',
  'take_part', 'call_ended', 'park', 'tried', 'reached', 'reading_over', 'not_delivered', 'hold_placed', 'hold_lifted',
  'hold_reviewed', 'dispute',
  'resolve_dispute', 'hasten', 'plan_shrunk',
]

function pausesOf(at: number): Record<string, Pause> {
  return {
    parked: { kind: 'parked', since: at, reason: 'not_told', promisedAt: at + DAY, tries: 2, inWritingAt: null },
    on_hold: { kind: 'on_hold', since: at, holds: [{ ref: 'H1', reviewOn: at + 30 * DAY, mayNotTell: false }] },
    disputed: { kind: 'disputed', since: at, until: at + 3 * DAY },
  }
}

const orders = [
  [], ['parked'], ['on_hold'], ['disputed'], ['parked', 'on_hold'], ['on_hold', 'parked'], ['parked', 'disputed'],
  ['disputed', 'parked'], ['on_hold', 'disputed'], ['disputed', 'on_hold'], ['parked', 'on_hold', 'disputed'],
  ['parked', 'disputed', 'on_hold'], ['on_hold', 'parked', 'disputed'], ['on_hold', 'disputed', 'parked'],
  ['disputed', 'parked', 'on_hold'], ['disputed', 'on_hold', 'parked'],
]

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

/** The good event, and a few that are bad or other in what they carry. */
function variants(type: EventType, w: World): RequestEvent[] {
  const good = goodEvent(type, w)
  switch (type) {
    case 'approve': return [good, eventWith('approve', w, { planHash: 'another', answer: null })]
    case 'reject': return [good, eventWith('reject', w, { remedies: [] })]
    case 'resolve_dispute': return [good, eventWith('resolve_dispute', w, { upheld: true })]
    case 'reached': return [
      good, eventWith('reached', w, { told: told('not_told', w.now) }), eventWith('reached', w, { told: told('understood', w.now, true) }),
    ]
    case 'recheck_clean': return [good, eventWith('recheck_clean', w, { asked: [] })]
    case 'keep': return [good, eventWith('keep', w, { basis: 'silent_partner' })]
    default: return [good]
  }
}

/** For each actor, facts that let pass and facts that stand in the way. */
function situations(w: World): { by: RequestActor; facts: Facts }[] {
  return everyActor.flatMap((by) => {
    const good = w.facts(by)
    const tasks = { running: 1, failed: ['shop'], open: ['shop'] }
    const openAccess = [{ requestId: 'x', released: false }]
    const changed = { ...w.plan(), hash: 'changed', lines: [] }
    return [
      good,
      { ...good, plan: null, subjects: [], decider: null, tasks, openAccess, extensionUntil: null },
      { ...good, plan: changed, holds: [w.hold('H2')] },
    ].map((facts) => ({ by, facts }))
  })
}

function allowed(from: RequestState, type: EventType, to: RequestState): boolean {
  if (type === 'open') return false
  return book[type].some(([froms, tos]) =>
    froms.split(' ').includes(from) && tos.split(' ').some((t) => t === to || (t === '=' && to === from)))
}

function check(request: Request, event: RequestEvent, facts: Facts, wrong: string[]): boolean {
  const decision = decide(request, event, facts)
  const fault = (what: string) => {
    const over = request.pauses.map((p) => p.kind).join('+')
    wrong.push(`${request.kind} ${request.state} [${over}] ${event.type} by ${event.by.type}: ${what}`)
  }
  if (!decision.ok) {
    if (!refusalCodes.includes(decision.reason)) fault(`reason ${decision.reason}`)
    return false
  }
  const row = requestTable.find((r) => r.id === decision.row)
  if (!row?.from.includes(request.state) || row.event !== event.type) fault(`row ${decision.row}`)
  if (row?.kinds !== 'all' && !row?.kinds.includes(request.kind)) fault(`kind of row ${decision.row}`)
  if (!allowed(request.state, event.type, decision.next.state)) fault(`led to ${decision.next.state}`)
  if (request.pauses.length > 0 && !movesWhilePaused.includes(event.type)) fault('moved while paused')
  if (decision.next.version !== request.version + 1) fault('version')
  if (isFinal(decision.next.state) && decision.next.pauses.length > 0) fault('a pause outlived the end')
  return true
}

function pairs(kind: RequestKind): { tried: number; passed: number; wrong: string[] } {
  const wrong: string[] = []
  let tried = 0
  let passed = 0
  for (const state of requestStates) {
    const story = storyIn(kind, state)
    if (!story) continue
    for (const order of isFinal(state) ? [[]] : orders) {
      for (const wait of [0, 40 * DAY]) {
        const laidAt = story.w.now
        const pauses = pausesOf(laidAt)
        const request = deepFreeze(order.reduce((r, p) => lay(r, pauses[p] as Pause, laidAt), story.request))
        story.w.now += wait
        const around = situations(story.w)
        for (const type of eventTypes) {
          for (const event of variants(type, story.w)) {
            for (const { by, facts } of around) {
              tried += 1
              if (check(request, { ...event, by }, facts, wrong)) passed += 1
            }
          }
        }
        story.w.now -= wait
      }
    }
  }
  return { tried, passed, wrong }
}

describe('every state and every event', () => {
  it.each(requestKinds)('%s: is a row of the table or refused with its reason, whatever pauses lie over it', (kind) => {
    const { tried, passed, wrong } = pairs(kind)
    expect(wrong.slice(0, 5)).toEqual([])
    expect(tried).toBeGreaterThan(50_000)
    expect(passed).toBeGreaterThan(1_000)
  })

  it('names each event in some row, and each row once', () => {
    expect(eventTypes.filter((type) => !requestTable.some((row) => row.event === type))).toEqual([])
    expect(new Set(requestTable.map((row) => row.id)).size).toBe(requestTable.length)
  })

  it('has in its table no step that the book does not have', () => {
    const extra = requestTable.flatMap((row) =>
      row.from.filter((from): from is RequestState => from !== 'none').filter((from) =>
        !allowed(from, row.event, row.to === 'same' ? from : row.to)).map((from) => `${from} ${row.id}`))
    expect(extra).toEqual([])
  })

  it('has in its table every step of the book', () => {
    const missing = Object.entries(book).flatMap(([type, steps]) =>
      steps.flatMap(([froms]) => froms.split(' ')).filter(
        (from) => rowsFor(from as RequestState, type as EventType).length === 0).map((from) => `${from} ${type}`))
    expect(missing).toEqual([])
  })

  it('refuses an event that comes before what happened last', () => {
    const story = storyIn('deletion', 'awaiting_approval')
    expect(story?.answer('approve', { at: story.w.now - DAY })).toBe('out_of_order')
  })
})
