/**
 * A random walk of one request: bytes choose what happens in the world and which event comes next, good or bad.
 * Beside the machine a simple model of its own keeps what the invariants are about; it never reads the machine's
 * bookkeeping for that. The first broken invariant throws, and fast-check shrinks the bytes.
 */

import { decide } from '#domain/request/machine.ts'
import { dueEvents } from '#domain/request/due-events.ts'
import { eventTypes, type EventType, type RequestEvent } from '#domain/request/events.ts'
import type { HoldFact } from '#domain/request/hold.ts'
import { requestKinds } from '#domain/request/kinds.ts'
import { escalationCodes, type Request, type ToldResult } from '#domain/request/request.ts'
import { DAY, defaultRequestSettings, HOUR } from '#domain/request/settings.ts'
import type { RequestState } from '#domain/request/states.ts'
import { checkErasure, checkStep, newModel, type Model } from './request-model.ts'
import { goodEvent, usualActor } from './request-events.ts'
import { everyActor, secondSupervisor, sharedLine, supervisor, thirdSupervisor, told, World } from './request-world.ts'

/** What usually comes next: without it a walk would seldom leave the first states. */
const likely: Record<RequestState, readonly EventType[]> = {
  open: ['submit', 'submit', 'submit', 'tell', 'call_ended', 'abandoned', 'park', 'name_subjects', 'no_data_found'],
  awaiting_verification: ['submit', 'submit', 'submit', 'submit', 'no_data_found', 'give_up', 'name_subjects'],
  awaiting_approval: ['approve', 'approve', 'approve', 'approve', 'return', 'plan_changed', 'reject', 'release'],
  returned: ['answer', 'answer', 'return_unanswered', 'reject', 'cancel'],
  cooling_off: ['window_over', 'window_over', 'window_over', 'plan_changed', 'cancel'],
  executing: ['tasks_ended', 'tasks_ended', 'task_gave_up', 'waiting_over', 'plan_shrunk', 'fetched', 'not_collected'],
  rechecking: ['recheck_clean', 'recheck_clean', 'recheck_clean', 'leftovers', 'recheck_due'],
  needs_attention: ['done_by_hand', 'keep', 'done_by_hand', 'keep', 'keep', 'done_by_hand', 'retry'],
  completed_pending: ['recheck_clean', 'recheck_clean', 'recheck_clean', 'leftovers', 'recheck_due'],
  completed: ['rest_due', 'rest_due', 'rest_due', 'erased_in_error', 'escalate'],
  rejected: ['reject'],
  cancelled: ['cancel'],
}

const pauseEvents: readonly EventType[] = [
  'reached', 'reached', 'resolve_dispute', 'resolve_dispute', 'hold_lifted', 'hold_lifted', 'tried', 'reading_over',
  'not_delivered',
]
const layingEvents: readonly EventType[] = ['park', 'dispute', 'hold_placed', 'hold_reviewed', 'extend', 'escalate']
const results: readonly ToldResult[] = ['understood', 'objects', 'not_told', 'under_pressure']
const levels = [3, 2, 1, 0] as const
const supervisors = [supervisor, secondSupervisor, thirdSupervisor]

const changes = [
  'clock', 'clock', 'clock', 'clock', 'day', 'day', 'hour', 'week', 'years', 'years', 'dataset', 'evidence',
  'call_ends',
  'verified', 'verified', 'access', 'access', 'tasks_fail', 'tasks_fail', 'tasks_end', 'tasks_end', 'tasks_end',
] as const

const failing = [
  { running: 0, failed: ['shop', 'partner'], open: [] }, { running: 0, failed: ['shop'], open: [] },
  { running: 1, failed: [], open: ['shop'] }, { running: 0, failed: ['partner'], open: ['shop'] },
]

export class Walk {
  readonly w: World
  readonly model: Model
  readonly rows: Set<string>
  request: Request
  private readonly bytes: Uint8Array
  private at = 0

  /** `rows` collects which rows of the table were taken. */
  constructor(bytes: Uint8Array, rows: Set<string>) {
    this.bytes = bytes
    this.rows = rows
    const kind = this.pick(2) === 0 ? requestKinds[this.byte() % requestKinds.length] : 'deletion'
    this.w = new World(kind ?? 'deletion')
    const variant = this.byte()
    if (variant & 1) this.w.levels = { p1: 3, p2: 3 }
    if (variant & 2) this.w.beyondNamed = true
    if (variant & 4) this.w.settings = { ...defaultRequestSettings, coolingOffMs: 0 }
    if (variant & 8) this.w.markable = false
    if (variant & 16) this.w.sensitive = true
    if (variant & 32) this.w.keepsInvoices = false
    // Nobody knows yet who this is: `name_subjects` may bring it later, or nothing is found.
    const unknown = this.pick(12) === 0
    const open = this.w.openEvent({
      by: this.w.kind === 'ineligibility' && variant & 64 ? supervisor : usualActor('open'),
      ...(unknown ? { subjects: [] } : {}),
      told: (variant & 192) === 192 ? null : told(results[this.pick(3)] ?? 'understood', this.w.now),
    })
    const decision = decide(null, open, this.w.facts(open.by))
    if (!decision.ok) throw new Error(`could not open: ${decision.reason}`)
    this.request = decision.next
    this.model = newModel(open, decision)
    this.rows.add(decision.row)
  }

  /** Walks until the bytes are used up. Returns how many events were tried. */
  run(): number {
    let steps = 0
    while (this.at < this.bytes.length) {
      if (this.byte() < 60) this.changeWorld()
      else {
        this.happen(this.nextEvent())
        this.tryToErase()
        steps += 1
      }
    }
    return steps
  }

  private byte(): number {
    return this.bytes[this.at++] ?? 0
  }

  private pick(n: number): number {
    return this.byte() % n
  }

  private one<T>(list: readonly T[]): T {
    return list[this.pick(list.length)] as T
  }

  private wait(ms: number): void {
    const { request, model } = this
    if (request.state === 'cooling_off' && model.pauses.size === 0) model.windowMs += ms
    this.w.now += ms
  }

  private nextEvent(): RequestEvent {
    const { request, w } = this
    const choice = this.byte()
    if (choice < 40) {
      const due = dueEvents(request, w.now, w.settings)
      if (due.length > 0) return this.one(due)
    }
    const list =
      choice < 170 ? (request.pauses.length > 0 ? pauseEvents : likely[request.state])
      : choice < 200 ? layingEvents
      : eventTypes
    return this.spiced(this.one(list))
  }

  /** The good event, now and then by somebody else or with something else in it. */
  private spiced(type: EventType): RequestEvent {
    const { w } = this
    const spice = this.byte()
    const usual = usualActor(type)
    const by = spice % 7 === 6 ? this.one(everyActor)
      : usual === supervisor ? (supervisors[spice % 3] ?? supervisor) : usual
    const event = goodEvent(type, w, by)
    const odd = spice >= 128
    switch (event.type) {
      case 'tell': return odd ? { ...event, told: told(this.one(results), w.now, spice % 2 === 0) } : event
      case 'reached': return odd ? { ...event, told: told(this.one(results), w.now, spice % 3 === 0) } : event
      case 'park': return { ...event, reason: this.one(['not_told', 'under_pressure', 'call_promised'] as const) }
      case 'take_part': return { ...event, human: this.one(['S1', 'S2', 'A2']) }
      case 'resolve_dispute': return { ...event, upheld: spice % 4 === 3 }
      case 'approve': return odd && spice % 5 === 0 ? { ...event, planHash: 'stale' } : event
      case 'reject': return odd ? { ...event, remedies: [] } : event
      case 'hold_placed': return { ...event, hold: this.newHold(event.hold) }
      case 'hold_lifted': return { ...event, ref: w.holds[0]?.ref ?? 'none' }
      case 'name_subjects': {
        const known = spice % 5 === 4 ? 'erased' as const : 'on_file' as const
        return { ...event, subjects: [{ subjectId: odd ? 'p2' : 'p1', known }] }
      }
      case 'hold_reviewed': return { ...event, ref: w.holds[0]?.ref ?? 'none', reviewOn: w.now + 20 * DAY }
      case 'keep': return { ...event, system: spice % 2 ? 'shop' : 'partner' }
      case 'done_by_hand': return { ...event, system: spice % 2 ? 'shop' : 'partner', evidence: odd ? '' : 'photo' }
      case 'leftovers': return { ...event, systems: spice % 3 ? ['shop'] : ['shop', 'partner'] }
      case 'recheck_clean': return odd ? { ...event, told: [] } : event
      case 'escalate': return { ...event, of: this.one(escalationCodes) }
      default: return event
    }
  }

  private newHold(base: HoldFact): HoldFact {
    const covers = this.pick(3) === 0 ? { covers: 'systems' as const, systems: ['shop'] } : base.covers
    const subjectId = this.pick(4) === 0 ? 'p2' : 'p1'
    return { ...base, ref: `H${this.w.holds.length + 1}`, covers, subjectId, mayNotTell: this.pick(2) === 0 }
  }

  private changeWorld(): void {
    const { w } = this
    switch (this.one(changes)) {
      case 'hour': return this.wait(HOUR)
      case 'day': return this.wait(DAY)
      case 'week': return this.wait(8 * DAY)
      case 'clock': return this.wait(Math.max(0, this.request.clock.at - w.now))
      case 'years': return this.wait(this.request.state === 'completed' || this.pick(8) === 0 ? 420 * DAY : 3 * DAY)
      case 'dataset': w.datasetVersion = (w.datasetVersion % 3) + 1; return
      case 'evidence': w.markable = !w.markable; return
      case 'call_ends': w.levels = { ...w.levels, p1: this.one(levels) }; return
      case 'verified': w.levels = { ...w.levels, p1: 3, ...(w.levels.p2 === undefined ? {} : { p2: 3 }) }; return
      case 'access':
        w.access = w.access.length ? [] : [{ requestId: `x${this.pick(3)}`, released: this.pick(4) === 0 }]
        return
      case 'tasks_fail': w.tasks = this.one(failing); return
      case 'tasks_end': w.tasks = { running: 0, failed: [], open: [] }; return
    }
  }

  private happen(event: RequestEvent): void {
    const { w, model, request } = this
    const decision = decide(request, event, w.facts(event.by))
    checkStep(model, w, request, event, decision)
    if (!decision.ok) return
    this.rows.add(decision.row)
    this.request = decision.next
    if (event.type === 'hold_placed') w.holds = [...w.holds.filter((h) => h.ref !== event.hold.ref), event.hold]
    if (event.type === 'hold_lifted') w.holds = w.holds.filter((h) => h.ref !== event.ref)
  }

  /** The engine looks for something to destroy, whatever the request is doing. */
  private tryToErase(): void {
    const { w, request } = this
    const which = this.byte()
    if (which > 90) return
    const lines = w.plan().lines
    const line = which % 5 === 0 ? sharedLine : (lines[which % Math.max(1, lines.length)] ?? sharedLine)
    checkErasure(this.model, w, request, { subjectId: which % 2 ? 'p1' : 'p2', line, service: 'credit_scoring' })
  }
}
