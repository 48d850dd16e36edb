import { chosenRejectionCodes } from '#domain/request/explain.ts'
import type { Request } from '#domain/request/request.ts'
import { isBeforeExecuting, isFinal } from '#domain/request/states.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { coversView } from '../present/covers-view.ts'
import { dueViewFor } from '../present/due-view.ts'
import { planView } from '../present/plan-view.ts'
import { proofWords } from '../present/proof-words.ts'
import { scopeRef } from '../present/service-ref.ts'
import { foremost, verdictView } from '../present/verdict-view.ts'
import { holdCovers } from '../request/gather-facts.ts'
import { toldWords } from '../telling/told-words.ts'
import { isStated } from '../verification/stated.ts'
import type { DecisionView } from '../views/approvals.ts'
import type { VerdictView } from '../views/consent.ts'
import type { Lock } from '../views/phrase.ts'
import { verifiedByLink } from '../verification/case-verified.ts'
import { howVerified } from '../verification/how-verified.ts'
import type { ConsentOnFile } from '../desk/enrolments-of.ts'
import { changesOf } from './changes.ts'
import { lockOf, type DeciderQuestion } from './decider-lock.ts'
import { extendLock, extensionsOf } from './extensions.ts'
import { findingOf } from './findings.ts'
import { risksOf } from './risks.ts'

const dayMs = 86_400_000

/** Everything that a decision rests on, on one page. */
export async function decisionView(
  question: DeciderQuestion,
  stored: StoredRequest,
  consents: readonly ConsentOnFile[],
  staffId: string,
): Promise<DecisionView> {
  const { store, now, settings } = question
  const { request } = stored
  const subjectIds = request.subjects.filter((one) => one.known === 'on_file').map((one) => one.subjectId)
  const [plan, systems, holds, others, staff, lock] = await Promise.all([
    store.erasure.latestPlan(request.id),
    store.systems.list(),
    Promise.all(subjectIds.map((id) => store.requests.holds(id))),
    Promise.all(subjectIds.map((id) => store.requests.ofSubject(id))),
    store.staff.list(),
    lockOf(question, request, { unapproved: request.state === 'completed' }),
  ])
  const extensions = await extensionsOf(store, stored)
  const shown = plan === null ? null : planView(plan, systems)
  const standing = holds.flat().filter((hold) => hold.liftedAt === null)
  return {
    caseCode: request.caseCode,
    version: request.version,
    kind: request.kind,
    state: request.state,
    service: scopeRef(request.scope),
    receivedAt: request.receivedAt,
    openedAt: request.openedAt,
    openedBy: request.openedBy.type === 'staff' ? request.openedBy.human : null,
    due: await dueViewFor(store, { ...request, subjectIds, jurisdiction: stored.origin.jurisdiction }),
    decideBy: request.decideBy,
    words: null,
    wordsLocked: false,
    histories: [],
    verified: {
      level: Math.max(0, ...request.subjects.map((one) => one.level)) as DecisionView['verified']['level'],
      by: await verifiedBy(store, stored),
      at: request.verifiedAt,
    },
    told: request.told === null ? null : { ...request.told, words: await toldWords(store, request) },
    consent: verdictOf(request, consents),
    holds: standing.map(({ holdRef, covers, reviewOn }) => ({
      holdRef,
      covers: coversView(holdCovers(covers)),
      reviewOn,
    })),
    otherRequests: others
      .flat()
      .filter(({ request: other }) => other.id !== request.id && !isFinal(other.state))
      .map(({ request: other }) => ({ caseCode: other.caseCode, kind: other.kind, state: other.state })),
    plan: shown,
    risks: await risksOf(store, stored, plan, now),
    changes: await changesOf(store, request, plan, { staffId, now }),
    about: await aboutOf(store, request),
    finding: await findingOf(store, stored, settings, lock),
    extensions,
    coolingOffDays: request.kind === 'deletion' ? Math.round(settings.coolingOffMs / dayMs) : 0,
    coolingOffUntil: request.kind === 'deletion' ? now + (request.coolingOffLeftMs ?? settings.coolingOffMs) : null,
    returnsLeft: Math.max(0, settings.maxReturns - request.returns),
    agents: staff
      .filter((one) => one.role === 'agent' && one.status === 'active')
      .map((one) => ({ staffId: one.id, humanRef: one.humanRef })),
    rejectionCodes: [...chosenRejectionCodes],
    locks: {
      ...locksOf(stored, lock, problemsOf(shown), now, settings),
      extend: extendLock(request, now, extensions.length),
    },
  }
}

/** What the level rests on: what was shown in the call that verified it, a link, or the word of the operator's app. */
async function verifiedBy(store: Store, { request, origin, verifiedIn }: StoredRequest): Promise<DecisionView['verified']['by']> {
  // Nobody was on the line: whoever it is about said by a link that they asked for it.
  const linked = verifiedIn === null ? await verifiedByLink(store, request.id) : null
  if (linked !== null) return linked
  if (request.source.type === 'app') return { key: 'client', params: { client: origin.openedBy } }
  if (verifiedIn === null) return null
  const erased = request.subjects.some((one) => one.known === 'erased')
  const subjectIds = request.subjects.map((one) => one.subjectId)
  if (!erased) return (await howVerified(store, verifiedIn, subjectIds, { lapsed: true }))?.by ?? null
  // Of somebody erased a code is half of it: what opened the call is the receipt, or the document beside the code.
  const passed = (await store.calls.verifications(verifiedIn)).filter(
    ({ outcome }) => outcome === 'passed' || outcome === 'lapsed',
  )
  const shown = passed.filter(isStated).map(({ method }) => method).find((one) => one === 'receipt' || one === 'document_tag')
  return shown === undefined ? null : proofWords(shown)
}

/** How many problems make the plan impossible; null where there is no plan. */
const problemsOf = (plan: DecisionView['plan']): number | null =>
  plan?.systems.reduce((n, system) => n + system.problems.length, 0) ?? null

/** The sentence about consent that matters for this request: of its service in any of the accounts, or the foremost. */
function verdictOf({ scope }: Request, consents: readonly ConsentOnFile[]): VerdictView {
  const enrolments = consents.flatMap(({ enrolments, events }) => enrolments.map((one) => ({ ...one, events })))
  const top = foremost(enrolments.filter(({ service }) => scope.scope === 'account' || service.key === scope.service))
  if (top === null) return { key: 'verdict.no_service', params: {}, tone: 'neutral', detail: null }
  return verdictView(top.service, top.periods, top.events)
}

/** What an objection or a correction is about, by its code. */
async function aboutOf(store: Store, request: Request): Promise<DecisionView['about']> {
  if (request.about === null) return null
  const entry = await store.registry.byId(request.about)
  const found = await store.requests.byId(entry?.requestId ?? request.about)
  if (found === null) return null
  const { caseCode, kind, state } = found.request
  return { caseCode, kind, state, late: !isBeforeExecuting(state) }
}

function locksOf(
  { request }: StoredRequest,
  own: Lock | null,
  problems: number | null,
  now: number,
  settings: RequestSettings,
): Omit<DecisionView['locks'], 'extend'> {
  const [pause] = request.pauses
  const undecided = request.state === 'awaiting_approval'
  const wrongState: Lock | null = undecided ? null : { key: 'wrong_state', params: { state: request.state } }
  const paused: Lock | null = pause === undefined ? null : { key: 'paused', params: { pause: pause.kind } }
  const noPlan: Lock | null = problems === null ? { key: 'no_plan' } : null
  const broken: Lock | null = problems === null || problems === 0 ? null : { key: 'plan_problems', params: { count: problems } }
  const returned: Lock | null = request.returns >= settings.maxReturns ? { key: 'returned_twice' } : null
  const late: Lock | null = now > request.decideBy ? { key: 'past_decide_by' } : null
  const mayReject = undecided || request.state === 'returned' || request.state === 'cooling_off'
  return {
    approve: own ?? wrongState ?? paused ?? noPlan ?? broken,
    return: own ?? wrongState ?? paused ?? returned ?? late,
    reject: own ?? (mayReject ? null : wrongState),
    hold: null,
  }
}
