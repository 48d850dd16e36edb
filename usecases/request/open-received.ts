import { z } from 'zod'
import type { PurposeNamed, Scope } from '#domain/request/kinds.ts'
import type { Request, Told } from '#domain/request/request.ts'
import type { RequestState } from '#domain/request/states.ts'
import { command, type CommandContext } from '../command.ts'
import { invalidInput, notAllowed } from '../errors.ts'
import type { AuditEvent, AuditEvents, JobRequest } from '../event.ts'
import { freshCaseCode } from './fresh-case-code.ts'
import { openRequest } from './open.ts'
import { receivedRequest, type ReceivedRequest } from './received-request.ts'
import { sameOnFile } from './same-on-file.ts'
import { vouchedLevels } from './vouched-levels.ts'
import { ReceiveRequestBody, type ReceivedBody } from './receive-input.ts'

/** `joined` when it is one that was under way already, and nothing was opened. */
interface OpenedByApp {
  readonly requestId: string
  readonly caseCode: string
  readonly state: RequestState
  readonly joined: ReceivedRequest | null
}

/** Clocks differ: what was received in a few minutes was received now. */
const skewMs = 5 * 60_000

/**
 * Opens a request that the operator's app sends; sent again under its key it answers with the first one. The same
 * request under another key joins the one that is under way, so that a person who taps five times has one case. What
 * says something new does not join: an objection heard with it, or an earlier receipt, from which the law counts.
 */
export const openReceived = command({
  name: 'request.receive',
  permission: 'request.receive',
  input: z.object({ body: ReceiveRequestBody, key: z.string().max(200).nullable() }),
  async run(context): Promise<{ value: OpenedByApp; events: AuditEvents; jobs?: readonly JobRequest[] }> {
    const { actor, now, store, ids, secrets } = context
    const { body, key } = context.input
    if (actor.type !== 'client') throw notAllowed('scope_missing')
    const openingKey = key === null ? null : `api:${secrets.fingerprint('opening-key', JSON.stringify([actor.id, key, body]))}`
    const known = openingKey === null ? null : await store.requests.byOpeningKey(openingKey)
    if (known !== null) {
      const { id, caseCode, state } = known.request
      return { value: { requestId: id, caseCode, state, joined: null }, events: [{ what: 'request.opened_again', case: caseCode }] }
    }
    const receivedAt = body.received_at ?? now
    if (receivedAt > now + skewMs) throw invalidInput('input', { received_at: 'in_future' })
    if ((body.told?.at ?? 0) > now + skewMs) throw invalidInput('input', { 'told.at': 'in_future' })
    const subjectIds = await subjectsOf(context, body.external_ids)
    const told = toldOf(body, now)
    const named = await scopeOf(context, body)
    const asked = { kind: body.kind, scope: named.scope, purpose: named.purpose?.key ?? null, subjectIds }
    const same = await sameOnFile(store, asked)
    const subjects = subjectIds.map((subjectId) => ({ subjectId, known: 'on_file' as const }))
    const levels = await vouchedLevels(context, { subjects }, body.assurance)
    if (same !== null && joins(body, same.request, { receivedAt, levels })) {
      const { id, caseCode, state } = same.request
      const events = [{ what: 'request.opened_again' as const, case: caseCode, subjects: subjectIds }] as const
      await keepNote(context, body, { requestId: id, subjectIds })
      return { value: { requestId: id, caseCode, state, joined: receivedRequest(same.request) }, events }
    }
    const { request, events, jobs } = await openRequest(context, {
      kind: body.kind,
      ...named,
      about: null,
      subjects,
      source: { type: 'app', ref: null },
      askedByPerson: true,
      told,
      receivedAt: Math.min(receivedAt, now),
      caseCode: freshCaseCode(ids),
      origin: {
        openedBy: actor.id,
        channel: body.channel,
        jurisdiction: (await store.subjects.get(subjectIds[0] ?? ''))?.jurisdiction ?? null,
        callId: null,
        intakeId: null,
        openingKey,
      },
    })
    const { id, caseCode, state } = request
    const more: AuditEvent[] = []
    if (told !== null) {
      const { result, scriptVersion, locale, inWriting, at } = told
      const how = { result, scriptVersion, locale, inWriting, at }
      await store.requests.addTold({ requestId: id, ...how, callId: null, humanRef: null })
      const data = { result, script: scriptVersion, locale: locale.toLowerCase(), in_writing: inWriting }
      more.push({ what: 'request.told', case: caseCode, subjects: subjectIds, data })
    }
    await keepNote(context, body, { requestId: id, subjectIds })
    return { value: { requestId: id, caseCode, state, joined: null }, events: [...events, ...more], jobs }
  },
})

/** An app tells in writing, and what the person chose on its screen is their answer. */
function toldOf({ kind, told }: ReceivedBody, now: number): Told | null {
  if (kind !== 'deletion' || told === undefined) return null
  const at = Math.min(told.at, now)
  const { result, script_version: scriptVersion, locale } = told
  return { result, scriptVersion, locale, at, inWriting: true, answeredAt: at }
}

type Context = Pick<CommandContext<unknown>, 'store' | 'secrets'>

/** Below level 2 nobody is told of what is under way, and what they say waits by itself. */
const joins = (
  { told }: ReceivedBody,
  same: Request,
  { levels, receivedAt }: { levels: ReadonlyMap<string, number>; receivedAt: number },
): boolean =>
  [...levels.values()].every((level) => level >= 2) &&
  receivedAt >= same.receivedAt &&
  (told === undefined || told.result === 'understood')

async function keepNote(
  { store, ids, actor, now }: Pick<CommandContext<unknown>, 'store' | 'ids' | 'actor' | 'now'>,
  { note }: ReceivedBody,
  { requestId, subjectIds }: { requestId: string; subjectIds: readonly string[] },
): Promise<void> {
  const [subjectId] = subjectIds
  if (note === undefined || note === '' || subjectId === undefined) return
  const kept = { id: ids.uuid(), subjectId, callId: null, requestId, text: note, at: now }
  await store.subjects.addNote({ ...kept, kind: 'caller_words', humanRef: actor.id })
}

async function subjectsOf({ store, secrets }: Context, externalIds: readonly string[]): Promise<string[]> {
  const subjectIds: string[] = []
  const faults: Record<string, string> = {}
  for (const [index, externalId] of externalIds.entries()) {
    const [subjectId] = await store.subjects.findByIdentifier('account_id', externalId)
    if (subjectId !== undefined) subjectIds.push(subjectId)
    else {
      const erased = await store.registry.wasErased(secrets.registryTag('account_id', externalId).tag)
      faults[`external_ids.${index}`] = erased === null ? 'unknown_person' : 'subject_erased'
    }
  }
  if (Object.keys(faults).length > 0) throw invalidInput('input', faults)
  return subjectIds
}

async function scopeOf(
  { store }: Context,
  body: ReceivedBody,
): Promise<{ scope: Scope; purpose: PurposeNamed | null }> {
  const services = await store.consents.services()
  const service = services.find((one) => one.key === body.service)
  if (body.service !== undefined && service === undefined) throw invalidInput('input', { service: 'unknown_service' })
  const scope: Scope = service === undefined ? { scope: 'account' } : { scope: 'service', service: service.key }
  if (body.kind !== 'consent_withdrawal') return { scope, purpose: null }
  const key = body.purpose ?? service?.restsOn ?? ''
  const naming = service === undefined ? services : [service]
  if (!naming.some((one) => one.purposes.includes(key))) throw invalidInput('input', { purpose: 'unknown_purpose' })
  const restsOn = services.some((one) => one.restsOn === key)
  return { scope, purpose: { key, restsOn, optOut: !restsOn } }
}
