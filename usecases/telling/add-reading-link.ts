import { createHash } from 'node:crypto'
import { contactDoubts } from '#domain/access/contact-doubt.ts'
import { pauseOf } from '#domain/request/pause.ts'
import type { Told } from '#domain/request/request.ts'
import type { ScriptId } from '#domain/script/script.ts'
import { versionInForce, versionsOf } from '#domain/script/versions.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { Settings } from '#domain/settings/settings.ts'
import type { CommandContext } from '../command.ts'
import { contactsOf } from '../person/contact-facts.ts'
import type { MessagePlace } from '../ports/notification-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { keepWordsTold, versionTold } from './keep-words-told.ts'
import { scriptOfDeletion } from './letter-facts.ts'

type Context = Pick<CommandContext<unknown>, 'store' | 'secrets' | 'now' | 'ids'>

const day = 86_400_000

/** The secret of a link as it is looked up: only this is stored. */
export const tokenSha256 = (token: string): Uint8Array => new Uint8Array(createHash('sha256').update(token).digest())

/**
 * Adds the link that a message about a deletion's consequence carries, with what it tells: the words as the plan of
 * today makes them, and the services by name only where the contact is surely the person's own. Opening it is as good
 * as level 2 then (domain book §3), and the words read aloud at level 2 name them too.
 */
export async function addReadingLink(
  context: Context,
  { request }: StoredRequest,
  place: MessagePlace,
  messageId: string,
): Promise<void> {
  const { store, secrets, now } = context
  const { told } = request
  const writtenAt = pauseOf(request, 'parked')?.inWritingAt ?? now
  const settings = await store.settings.all()
  const marks = (await store.erasure.latestPlan(request.id))?.plan.fact.marks ?? request.marks
  const yes = marks.flatMap(({ decision }) => (decision.mark === 'yes' ? [decision] : []))
  const service = request.scope.scope === 'service' ? request.scope.service : null
  const all = service === null ? (await store.consents.services()).map(({ key }) => key) : [service]
  const named = service === null ? [...new Set(yes.flatMap(({ services }) => services ?? all))] : all
  const scriptId = scriptOfDeletion({ scope: request.scope, marks })
  const locale = told?.locale ?? place.locale
  const scriptVersion = await versionWritten(context, scriptId, locale, told)
  await store.readings.add({
    id: messageId,
    requestId: request.id,
    tokenSha256: tokenSha256(secrets.readingToken(messageId)),
    scriptId,
    scriptVersion,
    locale,
    services: (await isSurelyTheirs(context, place, settings)) ? named : [],
    days: Math.round(settingMs(settings, 'cooling_off_days') / day),
    writtenAt,
    expiresAt: writtenAt + settingMs(settings, 'told_in_writing_days'),
    openedAt: null,
  })
}

/**
 * The version that was meant where it says the same thing as the plan of today, else the one in force: kept, so that
 * what was read can be shown later.
 */
async function versionWritten(
  { store, now, ids }: Context,
  scriptId: ScriptId,
  locale: string,
  told: Told | null,
): Promise<string> {
  const stored = await store.scripts.versions()
  const meant = told?.scriptId === scriptId ? versionTold(stored, told) : null
  const { version } = meant ?? versionInForce(versionsOf(scriptId, locale, stored), now)
  await keepWordsTold(store, ids, { scriptId, scriptVersion: version, locale }, now)
  return version
}

/** On file, for long enough, and nobody else's: the contact alone gives level 2. */
async function isSurelyTheirs(
  { store, now }: Context,
  { subjectId, identifierId }: MessagePlace,
  settings: Settings,
): Promise<boolean> {
  const subject = subjectId === null ? null : await store.subjects.get(subjectId)
  if (subject === null) return false
  const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subject.id))
  const contact = contacts.find(({ id }) => id === identifierId)
  const facts = { now, callStartedAt: now, freshMs: settingMs(settings, 'contact_fresh_days') }
  return contact !== undefined && contactDoubts(contact, facts).length === 0
}
