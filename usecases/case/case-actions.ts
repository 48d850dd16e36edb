import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { humanOf } from '#domain/request/actor.ts'
import { asksForCallBack } from '#domain/request/call-back.ts'
import { pauseOf } from '#domain/request/pause.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { levelToCancel, levelToDispute } from '#domain/request/assurance-needed.ts'
import type { Request } from '#domain/request/request.ts'
import { isErasing } from '#domain/request/kinds.ts'
import { waitsForItsPerson } from '#domain/request/unknown-person.ts'
import { isOfStaff, maySomedayCancel } from '#domain/request/take-back.ts'
import { isBeforeExecuting, isFinal } from '#domain/request/states.ts'
import { isToBeFetched } from '../access/copy-behind.ts'
import type { Actor } from '../actor.ts'
import type { CaseView } from '../views/case.ts'
import type { Lock } from '../views/phrase.ts'

/** What the locks of a case rest on, beside its state. */
export interface CaseReader {
  readonly actor: Actor
  /** What opens a one-time link to whoever it is about; undefined where none is for it. */
  readonly link: Lock | null | undefined
  /** With a person of the case verified to this level in this reader's own call. */
  readonly level: AssuranceLevel
  /** Why this reader may not decide on the case; null when they may. */
  readonly notYours: Lock | null
  /** An access for which an erasure waits. */
  readonly awaited?: boolean
  readonly now: number
  readonly settings: RequestSettings
}

/** What this reader can do with a case; what is never theirs is absent. */
export function caseActions(request: Request, reader: CaseReader): CaseView['actions'] {
  const { actor } = reader
  if (actor.type !== 'staff') return {}
  if (actor.role === 'agent') return { ...ofAgent(request, actor.humanRef, reader), ...ofCopy(request, reader) }
  return actor.role === 'supervisor' ? ofSupervisor(request, actor.humanRef, reader) : {}
}

function ofAgent(request: Request, human: string, { level, link }: CaseReader): CaseView['actions'] {
  if (isFinal(request.state)) return {}
  const actions: CaseView['actions'] = {}
  if (maySomedayCancel(request, human)) actions.cancel = cancelLock(request, level)
  const dispute = disputeLock(request, level)
  if (dispute !== undefined) actions.dispute = dispute
  if (link !== undefined) actions.sendLink = link
  const nobodys = waitsForItsPerson(request)
  if (asksForCallBack(request) !== null) actions.callBack = null
  if (nobodys && humanOf(request.openedBy) === human) {
    actions.name = null
    actions.noData = null
  }
  if (request.state === 'returned' && request.returnedTo === human) actions.answer = null
  return actions
}

/** What the person can ask about their copy, verified on the line. */
function ofCopy(request: Request, { level, awaited, now }: CaseReader): CaseView['actions'] {
  if (request.kind !== 'access' || isFinal(request.state) || request.pauses.length > 0) return {}
  const lock: Lock | null = level >= levelToCancel ? null : { key: 'needs_level', params: { level: levelToCancel } }
  return {
    ...(awaited === true ? { release: lock } : {}),
    ...(isToBeFetched(request, now) ? { sendAgain: lock } : {}),
  }
}

/** Only the person takes a request back, verified on the line; what staff asked for themselves needs nobody there. */
function cancelLock(request: Request, level: AssuranceLevel): Lock | null {
  if (!isBeforeExecuting(request.state)) return { key: 'too_late' }
  if (isOfStaff(request)) return null
  return level >= levelToCancel ? null : { key: 'needs_level', params: { level: levelToCancel } }
}

/** "That was not me" asks for less: waiting harms only a thief. Absent while it has been said already. */
function disputeLock(request: Request, level: AssuranceLevel): Lock | null | undefined {
  if (request.pauses.some((pause) => pause.kind === 'disputed')) return undefined
  const needed = levelToDispute(request.disputes)
  return level >= needed ? null : { key: 'needs_level', params: { level: needed } }
}

function ofSupervisor(request: Request, human: string, reader: CaseReader): CaseView['actions'] {
  const { notYours } = reader
  const actions: CaseView['actions'] = { liftHold: null }
  // What only waits is parked by the agent who calls; a supervisor calls what is parked already.
  if (asksForCallBack(request) === 'parked') actions.callBack = null
  if (request.state === 'awaiting_verification') actions.giveUp = giveUpLock(request, human, reader)
  if (!isFinal(request.state)) {
    actions.hold = null
    if (isOfStaff(request) && maySomedayCancel(request, human)) actions.cancel = cancelLock(request, 0)
  }
  if (request.state === 'needs_attention') {
    actions.retry = null
    actions.byHand = null
    if (isErasing(request.kind)) actions.keep = notYours
  }
  if (request.state === 'awaiting_approval') actions.decide = null
  if (request.pauses.some((pause) => pause.kind === 'disputed')) {
    actions.resolveDispute = request.approvers.includes(human) ? { key: 'approved_it' } : secondLock(request, human) ?? notYours
  }
  return actions
}

/** Who found an erasure to be an error does not confirm it as well. */
const secondLock = ({ errorFinding }: Request, human: string): Lock | null =>
  errorFinding?.human === human ? { key: 'second_person' } : null

/** Whoever opened it does not end it; what is parked ends only once it came before a supervisor. */
function giveUpLock(request: Request, human: string, { now, settings }: CaseReader): Lock | null {
  if (humanOf(request.openedBy) === human) return { key: 'opened_it' }
  const other = request.pauses.find((pause) => pause.kind !== 'parked')
  if (other !== undefined) return { key: 'paused', params: { pause: other.kind } }
  const parked = pauseOf(request, 'parked')
  const from = parked === null ? now : parked.since + settings.parkEscalateMs
  return from > now ? { key: 'give_up_from', params: { at: from } } : null
}
