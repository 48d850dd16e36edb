import { decisionsIn, mayBeObjectedTo, type DecisionType } from '#domain/request/decided.ts'
import type { Request } from '#domain/request/request.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import type { NoteKind } from '../ports/subject-store.ts'
import { scopeRef, serviceRef } from '../present/service-ref.ts'
import { marksOn } from '../registry/marks-on.ts'
import { objectionUnderWay } from '../request/objection-under-way.ts'
import { aboutRequestOf } from '../request/objected-about.ts'
import { remediesForAll } from '../request/remedies.ts'
import type { DecisionAboutView } from '../views/desk.ts'
import type { DeskContext } from './desk-context.ts'

/**
 * What was decided about somebody, with the reasons in the words that were typed for them: their notices only say to
 * call. Each can be objected to; the newest first, what bars them now before all else.
 *
 * @param requests every request that names them
 */
export async function decisionsAbout(
  desk: DeskContext,
  subjectId: string,
  requests: readonly StoredRequest[],
): Promise<DecisionAboutView[]> {
  const decided = await Promise.all(requests.map((stored) => decisionsOf(desk.store, stored, requests)))
  const newest = decided.flat().toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  return [...(await marksAbout(desk, subjectId, requests)), ...newest]
}

/**
 * What of that somebody who was erased can still be told: answers and refusals of what they asked for since, and
 * answers that were sealed for them. Where the words went with their key nothing is left to tell.
 */
export async function decisionsSince(
  { store }: Pick<DeskContext, 'store'>,
  requests: readonly StoredRequest[],
): Promise<DecisionAboutView[]> {
  const once = [...new Map(requests.map((stored) => [stored.request.id, stored])).values()]
  const decided = await Promise.all(once.map((stored) => decisionsOf(store, stored, [])))
  const since = new Set(
    once.filter(({ request }) => request.subjects.some((one) => one.known === 'erased')).map(({ request }) => request.caseCode),
  )
  return decided
    .flat()
    .filter(({ what, caseCode, words }) => (what === 'rejected' ? since.has(caseCode) : words !== null))
    .map((decision) => ({ ...decision, objection: null }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
}

/** What the reasons were typed as; a refusal that came of a dispute has those of its answer. */
const notesOf = {
  rejected: ['rejection', 'dispute_answer'],
  dispute_dismissed: ['dispute_answer'],
  objection_answered: ['objection_answer'],
} as const satisfies Record<DecisionType, readonly NoteKind[]>

async function decisionsOf(
  store: Store,
  { request }: StoredRequest,
  requests: readonly StoredRequest[],
): Promise<DecisionAboutView[]> {
  const found = decisionsIn(request)
  if (found.length === 0) return []
  const notes = await store.subjects.notes({ requestId: request.id })
  const objectable = mayBeObjectedTo(request, await aboutRequestOf(store, request))
  return Promise.all(found.map(async (what) => {
    const [note] = notesOf[what].flatMap((wanted) => notes.findLast(({ kind }) => kind === wanted) ?? [])
    const sealed = what === 'dispute_dismissed' ? null : await store.erasure.sealed(request.id, 'answer', null)
    return {
      what,
      caseCode: request.caseCode,
      kind: request.kind,
      service: scopeRef(request.scope),
      at: whenOf(request, what) ?? note?.at ?? null,
      rejection: what === 'rejected' && request.rejection !== null ? codesOf(request.rejection) : null,
      upheld: what === 'objection_answered' ? request.answered?.upheld === true : null,
      until: null,
      words: note?.text ?? sealed,
      remedies: remediesOf(request, what),
      // One objection to a case is enough for all that was decided in it.
      objection: objectable && what === found[0]
        ? { erasureId: request.id, entryId: null, lock: objectionUnderWay(requests, request.id) }
        : null,
      correction: null,
    }
  }))
}

const whenOf = (request: Request, what: DecisionType): number | null =>
  what === 'rejected' ? request.endedAt : what === 'objection_answered' ? (request.answered?.at ?? null) : null

const codesOf = ({ code, ground }: NonNullable<Request['rejection']>) => ({ code, ground })

/** What they may still do; nothing, where they were found to be right. */
function remediesOf({ rejection, answered }: Request, what: DecisionType): string[] {
  if (what === 'rejected') return [...(rejection?.remedies ?? [])]
  return what === 'objection_answered' && answered?.upheld === true ? [] : [...remediesForAll]
}

/** What bars them now, with the case that left it. */
async function marksAbout(
  desk: DeskContext,
  subjectId: string,
  requests: readonly StoredRequest[],
): Promise<DecisionAboutView[]> {
  const { store } = desk
  const marks = await marksOn(desk, subjectId)
  if (marks.length === 0) return []
  const corrected = await store.requests.openCorrections(marks.map((entry) => entry.id))
  const views = await Promise.all(marks.map(async (entry): Promise<DecisionAboutView[]> => {
    const left = await store.requests.byId(entry.requestId)
    if (left === null) return []
    const { id: entryId, requestId: erasureId } = entry
    const caseCode = corrected.get(entryId)
    const correctionLock = caseCode === undefined ? null : ({ key: 'open_already', params: { caseCode } } as const)
    return [{
      what: 'marked',
      caseCode: left.request.caseCode,
      kind: left.request.kind,
      service: serviceRef(entry.service),
      at: entry.createdAt,
      rejection: null,
      upheld: null,
      until: entry.endsAt,
      words: null,
      remedies: [],
      objection: { erasureId, entryId, lock: objectionUnderWay(requests, erasureId) },
      correction: { erasureId, entryId, lock: correctionLock },
    }]
  }))
  return views.flat()
}
