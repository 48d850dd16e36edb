/**
 * What must hold after every step of a request (domain book §4, invariants 2 to 8 and 12), written against a model
 * that is kept from the accepted events alone.
 */

import type { Effect } from '#domain/request/effects.ts'
import type { EventOf, RequestEvent } from '#domain/request/events.ts'
import type { Decision } from '#domain/request/machine.ts'
import { mayErase, type DestructiveStep } from '#domain/request/obstacles.ts'
import { planShrinks, type PlanFact } from '#domain/request/plan-fact.ts'
import type { Request, Told } from '#domain/request/request.ts'
import { isFinal } from '#domain/request/states.ts'
import { turnOf } from '#domain/request/turn.ts'
import { wakeAt } from '#domain/request/due-events.ts'
import { HOUR } from '#domain/request/settings.ts'
import { START, type World } from './request-world.ts'

export interface Model {
  /** Humans with a part that bars from deciding. */
  parts: Set<string>
  approvals: Map<string, string>
  everApproved: Set<string>
  approvedPlan: Pick<PlanFact, 'hash' | 'lines' | 'marks'> | null
  frozen: Pick<PlanFact, 'lines' | 'marks'> | null
  told: Told | null
  /** When the consequence was last written to the contact on file. */
  writtenAt: number | null
  /** Since the plan was approved first: time in the window with nothing over it. */
  windowMs: number
  pauses: Set<string>
  marksWritten: number
  objections: number
  returns: number
  firstCleanAt: number | null
  graceUntil: Map<string, number>
  clean: number
  /** Who proposed what is to be settled by two people, by kind and system. */
  proposals: Map<string, string>
}

function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what)
}

const decides = ['approve', 'return', 'reject', 'resolve_dispute', 'keep', 'erased_in_error']
const afterApproval = ['cooling_off', 'executing', 'rechecking', 'needs_attention', 'completed_pending', 'completed']
const workStates = ['executing', 'rechecking', 'needs_attention', 'completed_pending']

export function newModel(open: EventOf<'open'>, decision: Decision & { ok: true }): Model {
  const parts = new Set(open.by.type === 'staff' ? [open.by.human] : [])
  must(decision.next.state === 'open', 'a request opens open')
  return {
    parts, approvals: new Map(), everApproved: new Set(), approvedPlan: null, frozen: null, told: open.told,
    writtenAt: null, windowMs: 0, pauses: new Set(), marksWritten: 0, objections: 0, returns: 0, firstCleanAt: null,
    graceUntil: new Map(), clean: 0, proposals: new Map(),
  }
}

const wasTold = (told: Told | null) => told !== null && (told.result === 'understood' || told.result === 'objects')

/**
 * Looks at one decision, brings the model up to date, and throws at the first invariant that does not
 * hold.
 */
export function checkStep(m: Model, w: World, before: Request, event: RequestEvent, decision: Decision): void {
  if (!decision.ok) return
  const { next, effects } = decision
  separation(m, w, event)
  twoPeople(m, before, event, next)
  follow(m, w, before, event, next, effects)
  told(m, w, next)
  marks(m, w, before, event, effects)
  window(m, w, before, event, next)
  endings(m, w, before, event, next, effects)
  plans(m, before, next)
  erased(next)
  pauses(m, w, before, event, next)
  turns(w, next)
}

/** 2: whoever has a part decides nothing, the second log-in of a human neither, and a new decider waits. */
function separation(m: Model, w: World, event: RequestEvent): void {
  if (!decides.includes(event.type)) return
  must(event.by.type === 'staff' && event.by.role === 'supervisor', `${event.type} by no supervisor`)
  must(!m.parts.has(event.by.human), `2: ${event.by.human} has a part and decided ${event.type}`)
  must(!(event.type === 'resolve_dispute' && m.everApproved.has(event.by.human)), '2: resolved what they approved')
  const isNew = event.by.human === 'S4' && event.at < START - HOUR + w.settings.newDeciderWaitMs
  must(!isNew, '2: decided on the first day')
  must(event.type !== 'approve' || !m.approvals.has(event.by.human), '2: approved twice')
}

/** §5.2: what is done by hand or kept is settled by two different people. */
function twoPeople(m: Model, before: Request, event: RequestEvent, next: Request): void {
  if (before.state !== 'needs_attention') return m.proposals.clear()
  if ((event.type !== 'done_by_hand' && event.type !== 'keep') || event.by.type !== 'staff') return
  const key = `${event.type} ${event.system}`
  const settled = before.attention.length > 0 && !next.attention.some((a) => a.system === event.system)
  if (!settled) m.proposals.set(key, event.by.human)
  else must((m.proposals.get(key) ?? event.by.human) !== event.by.human, '§5.2: settled by one person alone')
}

const partEvents = ['submit', 'name_subjects', 'tell', 'answer', 'reached', 'park', 'dispute', 'hold_placed',
  'hold_lifted', 'hold_reviewed', 'resolve_dispute']

function follow(
  m: Model, w: World, before: Request, event: RequestEvent, next: Request, effects: readonly Effect[],
): void {
  const human = event.by.type === 'staff' ? event.by.human : null
  if (human !== null && partEvents.includes(event.type)) m.parts.add(human)
  if (event.type === 'take_part') m.parts.add(event.human)
  if (event.type === 'keep' && next.proposals.length > 0 && next.proposals !== before.proposals && human !== null &&
    next.proposals.some((p) => p.type === 'keep' && p.human === human)) m.parts.add(human)
  if (event.type === 'tell') m.told = event.told
  if (event.type === 'reached') m.told = event.told ?? m.told
  if (event.type === 'park' && event.reason !== 'call_promised') m.told = null
  if (effects.some((e) => e.type === 'notify' && e.template === 'consequence_in_writing')) {
    const pressed = [before, next].some((r) => r.pauses.some((p) => p.kind === 'parked' && p.reason === 'under_pressure'))
    must(!pressed, '5: wrote to somebody under pressure')
    m.told = next.told
    m.writtenAt = w.now
  }
  if (event.type === 'not_delivered' && next.told === null) m.told = null
  if (event.type === 'return') m.returns += 1
  if (event.type === 'approve' && human !== null) {
    must(event.planHash === w.plan().hash, '2: approved another plan than today’s')
    m.approvals.set(human, event.planHash)
    m.everApproved.add(human)
    m.approvedPlan = w.plan()
  }
  // The plan before the supervisor is another: the approval is gone.
  const dropped = next.state === 'awaiting_approval' && before.state === 'cooling_off'
  if (dropped || event.type === 'return' || (next.state === 'awaiting_approval' && next.planHash !== before.planHash)) {
    m.approvals.clear()
    must(next.approvals.length === 0, '2: a plan whose hash changed kept its approval')
  }
  m.objections += effects.filter((e) => e.type === 'open_objection').length
  for (const effect of effects) {
    if (effect.type === 'hasten_access') m.graceUntil.set(effect.requestId, effect.until)
  }
}

/**
 * 5: no deletion is before a supervisor or further without its consequence told; an objection is opened
 * once.
 */
function told(m: Model, w: World, next: Request): void {
  const decided = next.state === 'awaiting_approval' || next.state === 'returned'
  const submitted = decided || afterApproval.includes(next.state)
  if (next.kind !== 'deletion' || !submitted || next.pauses.some((p) => p.kind === 'parked')) return
  must(wasTold(m.told), `5: ${next.state} without having been told`)
  const read = m.told?.inWriting ? (m.told.answeredAt ?? (m.writtenAt ?? Infinity) + w.settings.readingMs) : 0
  must(w.now >= read, '5: no time to read it')
  must(m.objections <= 1, '5: two objections from one telling')
  if (m.told?.result === 'objects') must(m.objections === 1, '5: the objection was not opened')
}

/** 3 and 4: the mark is written once, only where the evidence says so, and before the tasks start. */
function marks(m: Model, w: World, before: Request, event: RequestEvent, effects: readonly Effect[]): void {
  const mark = effects.findIndex((e) => e.type === 'write_mark')
  const start = effects.findIndex((e) => e.type === 'start_tasks')
  if (mark >= 0) {
    must(w.markable, '4: marked against the evidence')
    must(before.kind === 'deletion' || before.kind === 'ineligibility', '4: a kind that marks nobody')
    must(event.type === 'window_over' || before.kind === 'ineligibility', '3: marked before the window was over')
    must(m.marksWritten === 0, '3: marked twice')
    must(mark < start, '3: the data before the mark')
    m.marksWritten += 1
  }
  for (const effect of effects) {
    if (effect.type === 'append_consent_event') must(effect.state !== 'ConsentGiven' as string, '12: enrolled somebody')
    if (effect.type === 'supersede_mark') {
      must(before.kind === 'ineligibility_correction' || m.marksWritten === 1, '4: superseded a mark that is none')
    }
  }
}

/** 3: approved where it must be, exactly that plan, the window over, and nobody's access cut off. */
function window(m: Model, w: World, before: Request, event: RequestEvent, next: Request): void {
  const entered = next.state === 'executing' && before.state !== 'executing' && next.endedAt === null
  if (!entered || !next.frozen || workStates.includes(before.state)) return
  const { kind } = next
  const always = ['deletion', 'objection', 'ineligibility', 'ineligibility_correction'].includes(kind)
  const beyond = (kind === 'deregistration' || kind === 'void_enrolment') && w.beyondNamed
  if (always || beyond || (kind === 'access' && w.sensitive)) {
    must(m.approvals.size >= (kind === 'ineligibility_correction' ? 2 : 1), `3: ${kind} ran without its approval`)
    for (const hash of m.approvals.values()) must(hash === next.frozen.hash, '2: runs what nobody approved')
  }
  if (kind === 'deletion') {
    must(event.type === 'window_over', '3: a deletion ran without its window')
    must(m.windowMs >= w.settings.coolingOffMs, `3: the window had only ${m.windowMs} ms`)
    for (const access of w.access) {
      const grace = m.graceUntil.get(access.requestId)
      must(access.released || (grace !== undefined && grace <= w.now), '3: an open access was cut off')
    }
    const full = w.holds.filter((h) => h.covers.covers === 'everything').map((h) => h.subjectId)
    must(!next.subjects.every((x) => full.includes(x.subjectId)), '3: a deletion ran under a hold')
    must(!w.plan().lines.some((l) => l.holdRef !== null && l.action !== 'keep'), '3: a held line is to go')
  }
}

/** 6 and 7: an end has its reason; what erases is completed only when it was asked again twice. */
function endings(
  m: Model, w: World, before: Request, event: RequestEvent, next: Request, effects: readonly Effect[],
): void {
  must(m.returns <= w.settings.maxReturns, '§5.2: returned too often')
  if (event.type === 'return') must(w.now < next.decideBy, '§5.2: returned past decide_by')
  if (event.type === 'recheck_clean') {
    if (before.state === 'rechecking') {
      m.clean = 1
      m.firstCleanAt = w.now
    } else {
      must(m.clean === 1 && m.firstCleanAt !== null && w.now >= m.firstCleanAt + w.settings.secondRecheckMs,
        '7: completed without a second re-check a day later')
      m.clean = 2
    }
  } else if (!workStates.includes(next.state) && next.state !== 'completed') m.clean = 0
  if (next.state === 'needs_attention' || next.state === 'executing') m.clean = 0
  const certificates = effects.filter((e) => e.type === 'issue_certificate').length
  if (next.state === 'rejected' && before.state !== 'rejected') {
    const r = next.rejection
    must(r !== null && r.ground !== '' && r.remedies.length > 0, '6: rejected without ground or remedies')
    must(!workStates.includes(before.state), '6: rejected after executing began')
  }
  if (next.state === 'cancelled') {
    must(event.type === 'cancel', '6: cancelled by something else')
    const ofMark = next.kind === 'ineligibility' || next.kind === 'ineligibility_correction'
    const sure = next.subjects.length > 0 && next.subjects.every((x) => (w.levels[x.subjectId] ?? 0) >= 2)
    must(ofMark || sure, '6: cancelled by somebody who may not be the person')
  }
  if (next.state === 'completed' && before.state !== 'completed') {
    must(next.outcome !== null, '6: completed without an outcome')
    const erased = next.outcome.result === 'full' || next.outcome.result === 'retained'
    if (erased) must(m.clean === 2 && certificates === 1, '7: certified without being asked again')
    if (['deletion', 'deregistration', 'void_enrolment'].includes(next.kind)) {
      must(erased || next.outcome.result === 'erased_in_error', `7: ended as ${next.outcome.result}`)
    }
  }
  if (isFinal(before.state) && before.state !== 'completed') throw new Error('6: something happened after the end')
}

/** 8 and §5.2: the frozen plan is the approved one and may only shrink; another person's row stays. */
function plans(m: Model, before: Request, next: Request): void {
  if (!next.frozen) return
  const dated = before.restRunning !== null || next.restRunning !== null
  if (m.frozen && !dated) must(planShrinks(m.frozen, next.frozen), 'the frozen plan grew')
  must(next.frozen.lines.every((l) => l.reason !== 'shared' || l.action === 'keep'), '8: another person’s row is to go')
  m.frozen = next.frozen
}

/** 12: of somebody who was erased only an objection or a correction is taken; nothing erases them again. */
function erased(next: Request): void {
  if (!next.subjects.some((s) => s.known === 'erased')) return
  must(['objection', 'ineligibility_correction'].includes(next.kind), `12: ${next.kind} of somebody who was erased`)
}

/** A pause begins and ends by its own events alone, and nothing else moves the state while one lies there. */
function pauses(m: Model, w: World, before: Request, event: RequestEvent, next: Request): void {
  const was = new Set(m.pauses)
  const now = new Set<string>(next.pauses.map((p) => p.kind))
  const mayMove = ['cancel', 'reject', 'no_data_found', 'give_up', 'reached', 'reading_over', 'hold_lifted',
    'hold_placed', 'resolve_dispute', 'park']
  const moved = was.size > 0 && next.state !== before.state
  must(!moved || mayMove.includes(event.type), `${event.type} moved a paused case`)
  if (!isFinal(next.state)) {
    const lifts: Record<string, readonly string[]> = {
      parked: ['reached', 'reading_over'], on_hold: ['hold_lifted', 'hold_placed'], disputed: ['resolve_dispute'],
    }
    for (const kind of was) {
      if (!now.has(kind)) must(lifts[kind]?.includes(event.type) ?? false, `${event.type} lifted ${kind}`)
    }
    const submitted = next.state !== 'open' && next.state !== 'awaiting_verification'
    if (next.kind === 'deletion' && submitted && event.type !== 'hold_lifted') {
      const placed = event.type !== 'hold_placed' ? w.holds
        : [...w.holds.filter((h) => h.ref !== event.hold.ref), event.hold]
      const full = placed.filter((h) => h.covers.covers === 'everything').map((h) => h.subjectId)
      const all = next.subjects.length > 0 && next.subjects.every((x) => full.includes(x.subjectId))
      must(!all || now.has('on_hold'), 'a deletion under a full hold is not on hold')
    }
    if (now.has('on_hold')) must(next.kind === 'deletion', 'only a deletion is on hold')
    if (now.has('parked')) must(!workStates.includes(next.state), 'parked after executing began')
  }
  m.pauses = now
}

/** 6: a role and a clock in every state; the worker wakes for every case that waits for it. */
function turns(w: World, next: Request): void {
  const turn = turnOf(next, w.now, w.settings)
  must(Number.isFinite(turn.at), `${next.state} has no clock`)
  if (isFinal(next.state)) return
  must(turn.role !== 'nobody' && turn.clock !== 'ended', `${next.state} is nobody’s turn`)
  const wake = wakeAt(next, w.settings)
  const human = turn.role === 'agent' || turn.role === 'supervisor'
  must(human || (wake !== null && Number.isFinite(wake)), `${next.state} waits for a worker that never wakes`)
}

/** 3, 7 and 8 at the last moment: whatever the engine tries, it is refused unless everything is in place. */
export function checkErasure(m: Model, w: World, request: Request, step: DestructiveStep): void {
  const may = mayErase(request, step, w.now, w.facts({ type: 'system' }))
  if (!may.ok) return
  must(request.state === 'executing', '3: erased outside executing')
  must(m.pauses.size === 0, '3: erased while paused')
  const service = step.service
  const held = w.holds.some((h) => h.subjectId === step.subjectId && (h.covers.covers === 'everything' ||
    (h.covers.covers === 'service' && h.covers.service === service) ||
    (h.covers.covers === 'systems' && h.covers.systems.includes(step.line.system))))
  must(!held, '3: erased what a hold covers')
  for (const access of w.access) {
    const grace = m.graceUntil.get(access.requestId)
    must(access.released || (grace !== undefined && grace <= w.now), '3: erased under an open access')
  }
  if (request.kind === 'deletion') {
    must(m.windowMs >= w.settings.coolingOffMs, '3: erased before the window was over')
    must(m.everApproved.size > 0, '3: erased without approval')
    if (m.frozen?.marks.some((x) => x.decision.mark === 'yes')) must(m.marksWritten === 1, '3: erased before the mark')
  }
  must(step.line.collection !== 'household', '8: erased another person’s row')
}
