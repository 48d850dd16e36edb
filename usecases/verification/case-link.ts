import { contactDoubts } from '#domain/access/contact-doubt.ts'
import { isVerified } from '#domain/request/context.ts'
import type { Request } from '#domain/request/request.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { caseLinkObstacle } from '#domain/verification/case-link.ts'
import type { CommandContext } from '../command.ts'
import { contactsOf, type ContactOnFile } from '../person/contact-facts.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import type { SubjectRecord } from '../ports/subject-store.ts'
import { gatherFacts } from '../request/gather-facts.ts'
import type { Lock } from '../views/phrase.ts'
import { hasDied } from './has-died.ts'

type Reach = Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'channels'>

/** Somebody of a case to whom a link can go, and the contact on file that proves it is them. */
export interface LinkPlace {
  readonly subject: SubjectRecord
  readonly contact: ContactOnFile
}

/** The contacts of a person against which nothing speaks now, that is on file for them alone and for long enough. */
async function goodContacts(store: Store, subject: SubjectRecord, now: number) {
  const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subject.id))
  const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
  const good = contacts.filter((one) => contactDoubts(one, { now, callStartedAt: now, freshMs }).length === 0)
  return { all: contacts, good }
}

/**
 * The level that links which were answered with yes give to each person of a case, as things stand now: 2, or nothing
 * where something came to speak against the contact since.
 */
export async function confirmedLevels(
  store: Store,
  { id, subjects }: Pick<Request, 'id' | 'subjects'>,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const confirmed = (await store.links.ofRequest(id)).filter(({ outcome }) => outcome === 'confirmed')
  const levels = new Map<string, number>()
  for (const { subjectId } of subjects) {
    const subject = await store.subjects.get(subjectId)
    if (subject?.status !== 'active') continue
    const { good } = await goodContacts(store, subject, now)
    const theirs = confirmed.filter((one) => one.subjectId === subjectId)
    const holds = theirs.some(({ identifierId }) => good.some((contact) => contact.id === identifierId))
    if (holds) levels.set(subjectId, 2)
  }
  return levels
}

/** Whether these levels are what the kind asks for (domain book §5.1). */
export async function isEnough(
  { store, actor, now }: Pick<Reach, 'store' | 'actor' | 'now'>,
  { request, origin }: StoredRequest,
  levels: ReadonlyMap<string, number>,
): Promise<boolean> {
  const facts = await gatherFacts(store, { request, origin, actor, now, levels })
  return isVerified({ request, event: { type: 'submit', at: now, by: { type: 'system' } }, facts })
}

/**
 * To whom of a case a link goes now: everybody who has not said yes. The e-mail before the phone, since that is where a
 * link is opened.
 *
 * @returns `absent` where none is ever for this case as it stands; `lock`: why none can go now
 */
export async function linkPlaces(
  context: Reach,
  stored: StoredRequest,
): Promise<{ readonly absent: boolean; readonly lock: Lock | null; readonly places: readonly LinkPlace[] }> {
  const { store, now, channels } = context
  const { request } = stored
  if (caseLinkObstacle(request) !== null) return { absent: true, lock: null, places: [] }
  const locked = (lock: Lock) => ({ absent: false, lock, places: [] })
  const parked = request.pauses.find((pause) => pause.kind === 'parked')
  if (parked?.kind === 'parked' && parked.inWritingAt !== null) return locked({ key: 'being_read' })
  const known = await confirmedLevels(store, request, now)
  if (!(await isEnough(context, stored, new Map(request.subjects.map(({ subjectId }) => [subjectId, 2]))))) {
    return locked({ key: 'needs_level', params: { level: 3 } })
  }
  const places: LinkPlace[] = []
  for (const { subjectId } of request.subjects) {
    if (known.has(subjectId)) continue
    const subject = await store.subjects.get(subjectId)
    if (subject?.status !== 'active' || (await hasDied(store, subjectId))) return locked({ key: 'no_contact' })
    const { all, good } = await goodContacts(store, subject, now)
    if (all.length === 0) return locked({ key: 'no_contact' })
    if (good.length === 0) return locked({ key: 'contact_doubtful' })
    const byMail = channels.email ? good.find(({ type }) => type === 'email') : undefined
    const contact = byMail ?? (channels.sms ? good.find(({ type }) => type === 'phone') : undefined)
    if (contact === undefined) return locked({ key: 'no_channel' })
    places.push({ subject, contact })
  }
  return { absent: false, lock: null, places }
}
