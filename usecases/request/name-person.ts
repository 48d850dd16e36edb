import { zoneOf } from '#domain/law/jurisdiction.ts'
import { endOfLocalDay, localDateOf } from '#domain/law/local-day.ts'
import type { CommandContext, CommandResult } from '../command.ts'
import { notFound } from '../errors.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { actOnCase, type CaseMoved } from './act-on-case.ts'
import { aboutRequest } from './carry-out.ts'
import { jurisdictionsOf } from './law-facts.ts'
import { requestActor } from './request-actor.ts'
import { extensionReason, requestDates } from './request-dates.ts'

type Context = Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>

/**
 * Names the one person an open request is about. Their law says anew until when it has to be answered, counted from the
 * receipt as before; what whoever wrote said goes under their key; and they are told at the contact on file.
 *
 * @param callId the call in which they said that it is theirs
 * @throws PreconditionFailed when the person of the case is known, or it can not be named any more
 */
export async function namePerson(
  context: Context,
  stored: StoredRequest,
  subjectId: string,
  callId: string | null = null,
): Promise<CommandResult<CaseMoved>> {
  const { store, actor, now } = context
  const { request, origin } = stored
  const subject = await store.subjects.get(subjectId)
  if (subject?.status !== 'active') throw notFound('subject')
  const jurisdiction = subject.jurisdiction ?? origin.jurisdiction
  const receivedAt = await receivedThere(store, stored, jurisdiction)
  const { due, decideBy } = await requestDates(store, {
    ...request,
    receivedAt,
    jurisdictions: await jurisdictionsOf(store, [subjectId], jurisdiction),
    extension: extensionReason(request.extended?.reason),
  })
  const { dueAt, lawVersion } = due
  const done = await actOnCase(
    context,
    stored,
    {
      type: 'name_subjects', at: now, by: requestActor(actor), subjects: [{ subjectId, known: 'on_file' }],
      receivedAt, dueAt, decideBy, lawVersion,
    },
    {
      what: 'request.subjects_named',
      call: callId,
      data: { subjects: 1, due: new Date(dueAt).toISOString(), law_version: lawVersion },
    },
  )
  await store.requests.noteJurisdiction(request.id, jurisdiction)
  if (origin.intakeId !== null) await store.calls.nameIntake(origin.intakeId, subjectId)
  await wordsUnderTheirKey(context, stored, subjectId)
  await store.erasure.endSealedOf(request.id, 'possible')
  const [named, ...more] = done.events
  const told = { what: 'request.acknowledged' as const, ...aboutRequest(done.request), call: callId }
  return { value: done.value, events: [named, told, ...more], jobs: done.jobs ?? [] }
}

/**
 * The receipt in the calendar of the person: what reached us on a day here reached us on the day of that date there,
 * never on the one after it.
 */
async function receivedThere(
  store: Store,
  { request: { receivedAt }, origin }: StoredRequest,
  jurisdiction: string | null,
): Promise<number> {
  if (origin.intakeId === null || jurisdiction === null) return receivedAt
  const home = zoneOf((await store.settings.all()).home_country)
  return Math.min(receivedAt, endOfLocalDay(localDateOf(receivedAt, home), zoneOf(jurisdiction)))
}

/** What they want, in their words, was sealed by the house's key while nobody's was known: now it goes with them. */
async function wordsUnderTheirKey(
  { store, ids }: Context,
  { request, origin }: StoredRequest,
  subjectId: string,
): Promise<void> {
  const text = await store.erasure.sealed(request.id, 'words', null)
  if (text === null) return
  const note = { id: ids.uuid(), subjectId, callId: null, requestId: request.id, kind: 'caller_words', text } as const
  await store.subjects.addNote({ ...note, at: request.openedAt, humanRef: origin.openedBy })
  await store.erasure.endSealedOf(request.id, 'words')
}
