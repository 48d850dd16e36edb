import type { AssuranceLevel } from '#domain/request/assurance-needed.ts'
import type { DeciderFact, Facts, SubjectFact, TasksFact } from '#domain/request/facts.ts'
import type { HoldCovers, HoldFact } from '#domain/request/hold.ts'
import { isErasing, overlap } from '#domain/request/kinds.ts'
import type { Request } from '#domain/request/request.ts'
import { isFinal } from '#domain/request/states.ts'
import type { Actor } from '../actor.ts'
import { contactsChangedDaysAgo } from '../person/contact-facts.ts'
import { endedTasks, type TaskRecord } from '../ports/erasure-store.ts'
import type { HoldRecord, RequestOrigin } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { deputyOf } from '../staff/deputies.ts'
import { letterFacts } from '../telling/letter-facts.ts'
import { humansBehind } from './humans-behind.ts'
import { lawFacts } from './law-facts.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'

/** Whose facts are gathered, and what only the caller knows. */
export interface FactsQuestion {
  readonly request: Pick<Request, 'id' | 'kind' | 'scope' | 'about' | 'subjects' | 'receivedAt' | 'lawVersion'>
    & Partial<Pick<Request, 'marks'>>
  readonly origin: Pick<RequestOrigin, 'jurisdiction' | 'callId'>
  readonly actor: Actor
  readonly now: number
  /** The levels that this event's call, or client, brings; a subject that is not named has 0. */
  readonly levels: ReadonlyMap<string, number>
}

/** Everything about the world that the request machine's guards ask for, from the rows of this transaction. */
export async function gatherFacts(store: Store, question: FactsQuestion): Promise<Facts> {
  const { request, actor, now } = question
  const settings = requestSettingsFrom(await store.settings.all())
  const subjectIds = request.subjects.map((subject) => subject.subjectId)
  const [subjects, sensitive, plan, holds, openAccess, aboutHumans, tasks, law, letter] = await Promise.all([
    Promise.all(subjectIds.map((id) => subjectFact(store, id, question.levels.get(id) ?? 0, now))),
    isSensitive(store, request),
    store.erasure.latestPlan(request.id),
    standingHolds(store, subjectIds),
    openAccessRequests(store, request),
    humansBehind(store, request.about),
    store.erasure.tasks(request.id),
    lawFacts(store, request, question.origin),
    letterFacts(store, request, question.origin, now),
  ])
  return {
    settings,
    subjects,
    sensitive,
    plan: plan?.plan.fact ?? null,
    holds,
    openAccess,
    decider: await deciderFact(store, actor, now, settings.newDeciderWaitMs),
    aboutHumans,
    // They are planned in the transaction that begins the execution; withdrawing one consent has none anywhere.
    tasks: tasks.length === 0 && isErasing(request.kind) ? null : tasksFact(tasks),
    dates: null,
    ...law,
    letter,
  }
}

async function subjectFact(store: Store, subjectId: string, level: number, now: number): Promise<SubjectFact> {
  const subject = await store.subjects.get(subjectId)
  const identifiers = subject === null ? [] : await store.subjects.identifiers(subjectId)
  return {
    subjectId,
    level: Math.min(3, Math.max(0, level)) as AssuranceLevel,
    contactChangedDaysAgo: subject === null ? null : contactsChangedDaysAgo(subject, identifiers, now),
  }
}

async function isSensitive(store: Store, request: Pick<Request, 'scope'>): Promise<boolean> {
  if (request.scope.scope === 'service') return (await store.consents.service(request.scope.service))?.sensitive ?? false
  return (await store.consents.services()).some((service) => service.sensitive)
}

/** What a stored hold covers, as the rules read it. @throws RangeError for a text that is none of the three forms */
export function holdCovers(covers: string): HoldCovers {
  if (covers === 'everything') return { covers: 'everything' }
  const [form, rest = ''] = covers.split(/:(.*)/s)
  if (form === 'service' && rest !== '') return { covers: 'service', service: rest }
  if (form === 'systems' && rest !== '') return { covers: 'systems', systems: rest.split(',') }
  throw new RangeError('a hold covers everything, a service or systems')
}

/** A stored hold as the rules read it. */
export const holdFact = (hold: HoldRecord): HoldFact => ({
  ref: hold.holdRef,
  subjectId: hold.subjectId,
  covers: holdCovers(hold.covers),
  basis: hold.basis,
  mayNotTell: hold.mayNotTell,
  reviewOn: hold.reviewOn,
})

/** The holds that stand on these people. */
export async function standingHolds(store: Store, subjectIds: readonly string[]): Promise<HoldFact[]> {
  const all = await Promise.all(subjectIds.map((id) => store.requests.holds(id)))
  return all.flat().filter((hold) => hold.liftedAt === null).map(holdFact)
}

/** Unfinished access requests of the same people: an erasure of what they ask for waits (invariant 3). */
async function openAccessRequests(store: Store, request: FactsQuestion['request']) {
  if (!isErasing(request.kind)) return []
  const all = await Promise.all(request.subjects.map(({ subjectId }) => store.requests.ofSubject(subjectId)))
  const found = new Map(all.flat().map(({ request: other }) => [other.id, other]))
  return [...found.values()]
    .filter((other) => other.kind === 'access' && !isFinal(other.state) && overlap(other.scope, request.scope))
    .map((other) => ({ requestId: other.id, released: other.releasedAt !== null }))
}

/** `mayDecideFrom` was fixed when the right was given: a setting that changes later moves nobody's wait. */
async function deciderFact(store: Store, actor: Actor, now: number, waitMs: number): Promise<DeciderFact | null> {
  if (actor.type !== 'staff' || actor.role !== 'supervisor' || actor.mayDecideFrom === null) return null
  const deputy = deputyOf(await store.staff.deputies(), actor.humanRef, now)
  return { decidesSince: actor.mayDecideFrom - waitMs, deputy }
}

function tasksFact(tasks: readonly TaskRecord[]): TasksFact {
  return {
    running: tasks.filter((task) => task.state === 'running').length,
    failed: tasks.filter((task) => task.state === 'gave_up').map((task) => task.system),
    open: tasks.filter((task) => task.state !== 'gave_up' && !endedTasks.has(task.state)).map((task) => task.system),
  }
}
