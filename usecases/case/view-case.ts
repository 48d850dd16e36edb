import { z } from 'zod'
import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import type { Request } from '#domain/request/request.ts'
import type { Pause } from '#domain/request/pause.ts'
import { DAY, type RequestSettings } from '#domain/request/settings.ts'
import { withoutSecretHolds } from '#domain/request/shown.ts'
import { isAtWork, isFinal } from '#domain/request/states.ts'
import { readingUntil } from '#domain/request/telling.ts'
import { waitsForItsPerson } from '#domain/request/unknown-person.ts'
import type { Actor, StaffActor } from '../actor.ts'
import { levelOfGrant } from '../call/level-in.ts'
import { notAllowed, notFound } from '../errors.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import type { NoteRecord } from '../ports/subject-store.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import { coversView } from '../present/covers-view.ts'
import { dueViewFor } from '../present/due-view.ts'
import { markView } from '../present/mark-view.ts'
import { undeliveredView } from '../notification/undelivered-view.ts'
import { planView } from '../present/plan-view.ts'
import { scopeRef } from '../present/service-ref.ts'
import { turnView } from '../present/turn-view.ts'
import { query } from '../query.ts'
import { isLookedOn, looksLike } from '../desk/is-quiet.ts'
import { withoutSecretSteps } from '../hold/secret-holds.ts'
import { deciderLock } from '../queue/decider-lock.ts'
import { CaseCode } from '../request/act-on-case.ts'
import { possibleFor } from '../request/possible-people.ts'
import { holdCovers } from '../request/gather-facts.ts'
import { toldWords } from '../telling/told-words.ts'
import { howVerified } from '../verification/how-verified.ts'
import type { CaseView } from '../views/case.ts'
import { shownBasis } from '../views/hold-codes.ts'
import { caseActions } from './case-actions.ts'
import { caseHead } from './case-head.ts'
import { copyView, waitsView } from './copy-view.ts'
import { casePath } from './case-path.ts'
import { certificateView } from './certificate-view.ts'
import { linkLock, linkViews } from './link-views.ts'
import { hasOpened } from './open-case.ts'
import { attentionView, systemProgress } from './system-progress.ts'

/**
 * What has happened to a case and what comes next: codes, counts and personnel numbers. What was typed about it stands
 * there only for a supervisor who opened it on purpose (open-case.ts), and the reasons of a refusal also for the agent
 * who has the verified person on the line, under the grant of that call.
 */
export const viewCase = query({
  name: 'case.view',
  permission: 'case.view',
  input: z.object({ caseCode: CaseCode }),
  async run({ input, actor, store, secrets, channels, now }): Promise<CaseView> {
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    const call = await ownCallAbout(store, actor, stored, now)
    // Read before the rest: what comes in between shows the page once more, and is never missed.
    const stamp = await store.requests.stamp(input.caseCode)
    const speaks = actor.type === 'staff' && actor.role === 'agent'
    const request = speaks ? withoutSecretHolds(stored.request) : stored.request
    const lookedOn = call !== null && isLookedOn(stored, call)
    const settings = requestSettingsFrom(await store.settings.all())
    const subjectIds = request.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
    const [tasks, scheduled, rechecks, plan, systems, certificates, holds, history, undelivered] = await Promise.all([
      store.erasure.tasks(request.id),
      isAtWork(request.state) ? store.erasure.scheduled(request.id) : [],
      store.erasure.rechecks(request.id),
      store.erasure.latestPlan(request.id),
      store.systems.list(),
      store.erasure.certificates(request.id),
      Promise.all(subjectIds.map((id) => store.requests.holds(id))),
      store.requests.history(request.caseCode),
      store.notifications.undeliveredOf(request.id),
    ])
    const seen = lookedOn ? asSubmitted(request, settings, systems) : request
    const { verifiedIn } = stored
    const verified = verifiedIn === null ? null : await howVerified(store, verifiedIn, subjectIds, { lapsed: true })
    const opened = await hasOpened(store, actor, request.caseCode, now)
    const notes = opened ? await store.subjects.notes({ requestId: request.id }) : []
    const told = speaks ? withoutSecretSteps(history, holds.flat()) : history
    // The reasons are typed for the person: whoever has them on the line, verified, reads them out.
    const reasons = opened || (call?.level ?? 0) >= 2 ? await reasonsOf(store, request) : noReasons
    const copy = await copyView(store, request, now)
    const waits = lookedOn ? [] : await waitsView(store, request)
    const reach = { store, actor, secrets, channels, now }
    // A copy changes nothing in a system: what an erasure would do there is not its to show.
    const progress = request.kind === 'access' ? [] : systemProgress({ request: seen, plan, tasks, rechecks, systems, scheduled }, now)
    return {
      now,
      reader: actor.type === 'staff' ? actor.humanRef : '',
      caseCode: request.caseCode,
      version: request.version,
      stamp,
      kind: request.kind,
      service: scopeRef(request.scope),
      state: seen.state,
      pauses: seen.pauses.map((pause) => ({
        kind: pause.kind,
        since: pause.since,
        until: pauseUntil(pause, settings),
      })),
      ...caseHead(seen, progress, settings),
      due: isFinal(request.state)
        ? null
        : await dueViewFor(store, { ...request, subjectIds, jurisdiction: stored.origin.jurisdiction }),
      turn: turnView(seen, now, settings),
      path: casePath(seen, verified?.capacity ?? null),
      mark: request.kind === 'deletion' && request.planHash !== null ? markView(request.marks) : null,
      told: await toldWords(store, request),
      live: ['executing', 'rechecking', 'completed_pending', 'cooling_off'].includes(request.state),
      lastChangeAt: Math.max(request.since, ...told.map((line) => line.at)),
      systems: progress,
      plan: plan === null || copy !== null ? null : planView(plan, systems),
      copy,
      waits,
      graceDays: Math.round(settings.accessGraceMs / DAY),
      attention: attentionView(request, tasks, rechecks),
      // Which notices a parked case sent would give it away to whoever looks on.
      undelivered: lookedOn ? [] : undelivered.map(undeliveredView),
      links: await linkViews(reach, request.id),
      history: lookedOn ? told.filter((line) => line.what !== 'request.parked') : told,
      holds: holds
        .flat()
        .filter((hold) => hold.liftedAt === null && !(speaks && hold.mayNotTell))
        .map((hold) => ({
          holdRef: hold.holdRef,
          covers: coversView(holdCovers(hold.covers)),
          basis: shownBasis(hold.basis),
          typed: opened ? (notes.find((note) => note.id === hold.id)?.text ?? sentCode(hold.basis)) : null,
          placedBy: hold.placedBy,
          reviewOn: hold.reviewOn,
        })),
      lifted: notes
        .filter((note) => note.kind === 'hold_lifted')
        .map(({ humanRef, at, text }) => ({ by: humanRef, at, reason: text })),
      rejection: request.rejection === null ? null : {
        code: request.rejection.code,
        ground: request.rejection.ground,
        text: reasons.rejection ?? '',
      },
      disputeAnswer: reasons.disputeAnswer,
      certificate: certificateView(certificates.at(-1) ?? null),
      callId: call?.id ?? null,
      fitsSeveral: waitsForItsPerson(request) && (await possibleFor(store, request.id)) !== null,
      person: null,
      returned: await returnedWith(store, actor, stored),
      dispute: disputeOf(request, notes),
      actions: caseActions(seen, {
        actor,
        link: lookedOn ? undefined : await linkLock(reach, stored),
        now,
        settings,
        level: call?.level ?? 0,
        awaited: copy !== null && waits.length > 0,
        notYours: isSupervisor(actor) ? await deciderLock(store, request, actor.humanRef, now, settings) : null,
      }),
    }
  },
})

/** Until when what lies over a case lasts, where that is known. */
function pauseUntil(pause: Pause, settings: RequestSettings): number | null {
  if (pause.kind === 'disputed') return pause.until
  return pause.kind === 'parked' ? (readingUntil({ pauses: [pause] }, settings) ?? pause.promisedAt) : null
}

/**
 * As a case looks that was never parked: it goes its way, and what was only submitted waits for a supervisor, or runs
 * through the systems where its kind needs none.
 */
function asSubmitted(request: Request, settings: RequestSettings, systems: readonly SystemRecord[]): Request {
  const state = isVerifiedState(request.state) ? request.state : looksLike(request.kind, settings)
  const asked = systems.map(({ name, role }) => ({ system: name, role }))
  const running = { hash: '', at: request.since, marks: [], lines: [], systems: asked }
  return {
    ...request,
    state,
    frozen: request.frozen ?? (state === 'executing' ? running : null),
    pauses: request.pauses.filter((pause) => pause.kind !== 'parked'),
  }
}

const isVerifiedState = (state: Request['state']): boolean => state !== 'open' && state !== 'awaiting_verification'

interface CallAbout {
  readonly id: string
  readonly level: AssuranceLevel
  readonly startedAt: number
}

/**
 * The open call of this agent about a person of the case, if there is one, and how sure it is of them by now. An agent
 * sees the cases that they opened, that were returned to them, or whose verified person is on the line; the others are
 * somebody else's.
 */
export async function ownCallAbout(
  store: Store, actor: Actor, { request, origin }: StoredRequest, now: number,
): Promise<CallAbout | null> {
  if (actor.type !== 'staff' || actor.role !== 'agent') return null
  const call = await store.calls.unfinished(actor.id)
  const grants = call === null ? [] : await store.calls.grants(call.id)
  const about = grants.find((grant) => request.subjects.some((one) => one.subjectId === grant.subjectId))
  const theirs = origin.openedBy === actor.humanRef || request.returnedTo === actor.humanRef || (about?.level ?? 0) >= 2
  if (!theirs) throw notAllowed('not_your_case', { case: request.caseCode })
  if (about === undefined || call === null) return null
  return { id: call.id, level: levelOfGrant(about, now), startedAt: call.startedAt }
}

/** What was typed for the person to hear: why it was refused, and why "that was not me" was not upheld. */
async function reasonsOf(store: Store, request: Request): Promise<typeof noReasons> {
  const notes = await store.subjects.notes({ requestId: request.id })
  const rejected = notes.findLast((note) => note.kind === 'rejection')?.text
  const sealed = request.rejection === null ? null : await store.erasure.sealed(request.id, 'answer', null)
  return {
    rejection: rejected ?? sealed,
    disputeAnswer: notes.findLast((note) => note.kind === 'dispute_answer')?.text ?? null,
  }
}

const noReasons: { readonly rejection: string | null; readonly disputeAnswer: string | null } = {
  rejection: null, disputeAnswer: null,
}

/** The question of a returned case, for the agent whose turn it is. */
async function returnedWith(store: Store, actor: Actor, { request }: StoredRequest): Promise<CaseView['returned']> {
  if (actor.type !== 'staff' || request.state !== 'returned' || request.returnedTo !== actor.humanRef) return null
  const question = (await store.subjects.notes({ requestId: request.id })).findLast((note) => note.kind === 'return_question')
  return question === undefined ? null : { question: question.text, by: question.humanRef, at: question.at }
}

const isSupervisor = (actor: Actor): actor is StaffActor => actor.type === 'staff' && actor.role === 'supervisor'

/** "That was not me", in the words that were typed where this reader may read them. */
/** The code of a basis that has no word here, as its sender wrote it. */
const sentCode = (basis: string): string | null => (shownBasis(basis) === basis ? null : basis.replaceAll('_', ' '))

function disputeOf(request: Request, notes: readonly NoteRecord[]): CaseView['dispute'] {
  const pause = request.pauses.find((one) => one.kind === 'disputed')
  if (pause?.kind !== 'disputed') return null
  const words = notes.findLast((note) => note.kind === 'dispute')?.text ?? null
  return { since: pause.since, until: pause.until, words, upheldBy: request.errorFinding?.human ?? null }
}
