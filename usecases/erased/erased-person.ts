import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { longDay } from '#domain/reader/long-day.ts'
import { isFinal } from '#domain/request/states.ts'
import type { RequestKind } from '#domain/request/kinds.ts'
import { scriptFor } from '#domain/script/script.ts'
import { wordsInForce } from '#domain/script/versions.ts'
import { nameIn } from '#domain/service/names.ts'
import { certificateView } from '../case/certificate-view.ts'
import type { DeskContext } from '../desk/desk-context.ts'
import { decisionsSince } from '../desk/decisions-about.ts'
import { submittedViews } from '../desk/submitted-views.ts'
import { maskIdentifier } from '../person/masked-person.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { scopeRef, serviceRef } from '../present/service-ref.ts'
import { entryStands } from '../registry/bars-subject.ts'
import { statedCodeIn } from '../verification/stated.ts'
import type { BarView, ErasedPersonView, ErasureView } from '../views/desk.ts'
import type { Lock } from '../views/phrase.ts'
import { erasedAt, erasedGrants, erasuresIn } from './grant-erased.ts'

/**
 * Somebody who was erased and showed who they are: when it was, what bars them since, and what they can still ask for.
 * Null while nothing of that counts in this call.
 */
export async function erasedPerson(
  desk: DeskContext,
  ofCall: readonly StoredRequest[],
): Promise<ErasedPersonView | null> {
  const { store, call, now } = desk
  const found = await erasuresIn(store, call, now)
  if (found.length === 0) return null
  const erasures = await Promise.all(found.map((one) => erasureView(store, one, now)))
  return {
    found: 'erased',
    erasures,
    maskedContact: await contactShown(store, call.id),
    script: await scriptOf(desk, erasures),
    decisions: await decidedSince(desk, found),
    submitted: await submittedViews(store, ofCall),
  }
}

/** On what they asked since, and on what they objected to while they were on file. */
async function decidedSince({ store, call, now }: DeskContext, erasures: readonly StoredRequest[]) {
  const grants = await erasedGrants(store, call, now)
  const accounts = erasures.flatMap(({ request }) => request.subjects.map((one) => one.subjectId))
  const ids = new Set([...grants.map((grant) => grant.subjectId), ...accounts])
  return decisionsSince({ store }, (await Promise.all([...ids].map((id) => store.requests.ofSubject(id)))).flat())
}

async function erasureView(store: Store, stored: StoredRequest, now: number): Promise<ErasureView> {
  const { request } = stored
  const [entries, certificates] = await Promise.all([
    store.registry.ofRequest(request.id),
    store.erasure.certificates(request.id),
  ])
  return {
    erasureId: request.id,
    caseCode: request.caseCode,
    marksOnly: request.kind === 'ineligibility',
    at: erasedAt(stored),
    service: scopeRef(request.scope),
    hasReceipt: certificates.length > 0,
    retained: certificateView(certificates.at(-1) ?? null)?.retained ?? [],
    bars: await Promise.all(entries.map((entry) => barView(store, entry, now))),
    objectionLock: await openAlready(store, request.id, 'objection'),
  }
}

async function barView(store: Store, entry: RegistryEntryRecord, now: number): Promise<BarView> {
  const stands = entryStands(entry, now)
  return {
    entryId: entry.id,
    service: serviceRef(entry.service),
    stands,
    until: entry.endsAt,
    objectionLock: await openAlready(store, entry.id, 'objection'),
    correctionLock: stands ? await openAlready(store, entry.id, 'ineligibility_correction') : { key: 'no_bar' },
  }
}

/** The unfinished request of this kind about somebody erased, as what locks another one. */
export async function openAlready(store: Store, subjectId: string, kind: RequestKind): Promise<Lock | null> {
  const open = (await store.requests.ofSubject(subjectId)).find(
    ({ request }) => request.kind === kind && !isFinal(request.state),
  )
  return open === undefined ? null : { key: 'open_already', params: { caseCode: open.request.caseCode } }
}

async function contactShown(store: Store, callId: string): Promise<string | null> {
  const stated = await statedCodeIn(store, callId)
  return stated?.code.outcome === 'passed' ? maskIdentifier(stated.contact, 0) : null
}

/** The words about it: whether they may enrol again is what they called to hear. */
async function scriptOf({ store, call, reader, now }: DeskContext, erasures: readonly ErasureView[]) {
  const names = await store.consents.names()
  const barred = new Set(erasures.flatMap(({ bars }) => bars.flatMap((bar) => (bar.stands ? [bar.service.key] : []))))
  const last = erasures.find((one) => !one.marksOnly)?.at ?? 0
  const script = scriptFor(barred.size > 0 ? 'erased_barred' : 'erased_free', { caller: call.locale, reader }, {
    day: (locale) => longDay(locale, last, zoneOf(anywhere)),
    service: (locale) =>
      new Intl.ListFormat(locale, { type: 'disjunction' }).format([...barred].map((key) => nameIn(locale, key, names))),
  }, wordsInForce(await store.scripts.versions(), now))
  return { ...script, lines: [...script.lines] }
}
