import { z } from 'zod'
import { scriptIds } from '#domain/script/script-ids.ts'
import { toldResults, type Request } from '#domain/request/request.ts'
import { asksForCallBack } from '#domain/request/call-back.ts'
import { command, type CommandContext } from '../command.ts'
import { invalidInput, notFound, preconditionFailed } from '../errors.ts'
import { staffActor } from '../call/own-call.ts'
import type { AuditEvent, AuditEvents } from '../event.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { keepWordsTold } from '../telling/keep-words-told.ts'
import { writesTo } from '../telling/writes-to.ts'
import { checkConfirmed, Confirmed } from './confirmed.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { levelsInCall } from './levels-in-call.ts'
import { requestActor } from './request-actor.ts'

/** What a call-back sends (usecases/views/desk-inputs.ts, CallBackInput). */
export const NoteCallBackInput = OnCase.extend({
  /** The call in which they were reached and verified; null where nobody answered. */
  callId: z.uuid().nullable(),
  /** What they said when it was told again; null where nothing irreversible is to be told. */
  told: z
    .object({
      result: z.enum(toldResults),
      /** Which words were told; looked up by their version, and kept. */
      scriptId: z.enum(scriptIds).optional(),
      scriptVersion: z.string().regex(/^[a-z0-9_.-]{1,40}$/),
      locale: z.string().regex(/^[a-zA-Z-]{2,35}$/),
      inWriting: z.boolean(),
    })
    .refine(({ result, inWriting }) => !inWriting || result === 'understood', { error: 'told' })
    .nullable(),
  /** The numbers were seen; null where nothing irreversible begins by itself. */
  confirmed: Confirmed.nullable().default(null),
  /** When it is tried again: what was promised to them, or what the agent thinks best. Epoch ms; null: tomorrow. */
  promisedAt: z.int().positive().nullable().default(null),
})

type NoteCallBack = z.infer<typeof NoteCallBackInput>

const isUnsubmitted = ({ state }: Request): boolean => state === 'open' || state === 'awaiting_verification'

const isParked = (request: Request): boolean => request.pauses.some((pause) => pause.kind === 'parked')

/**
 * A parked case was called back at the contact on file: nobody answered, or the person was reached, verified in a call,
 * and told again. Reached in vain (distressed once more, somebody else steering) it stays parked.
 */
export const noteCallBack = command({
  name: 'request.call_back',
  permission: 'request.call_back',
  input: NoteCallBackInput,
  async run(context) {
    const { input, store, actor, now, ids } = context
    const { humanRef } = staffActor(context)
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { id, subjects } = stored.request
    if (subjects.length === 0) throw preconditionFailed('nobody_known', { case: input.caseCode })
    const by = requestActor(actor)
    const what = 'verification.called_back' as const
    const { promisedAt } = input
    if (promisedAt !== null && promisedAt <= now) throw invalidInput('in_past', { promisedAt: 'in_past' })
    if (input.callId === null) return noteTry(context, stored)
    const levels = await levelsInCall(context, input.callId)
    if (subjects.some((one) => (levels.get(one.subjectId) ?? 0) < 2)) {
      throw preconditionFailed('level_too_low', { case: input.caseCode, call: input.callId })
    }
    // Submitted already, and parked while it waits for a decision: nothing begins by this.
    const waits = isUnsubmitted(stored.request)
    if (waits) {
      const about = { case: input.caseCode, call: input.callId }
      await checkConfirmed(store, stored.request, input.confirmed, about)
    }
    if (!isParked(stored.request)) {
      // It only waited for somebody to be sure of: nothing is told, and nothing lifted.
      const submit = waits
      const entry = { what: 'request.looked_at', case: input.caseCode, call: input.callId, data: { event: 'submit' } } as const
      return { value: { requestId: id, submit }, events: [entry] }
    }
    const [person] = subjects
    const place = person === undefined ? null : await writesTo(context, input.callId, person.subjectId)
    if (input.told?.inWriting && place === null) {
      throw preconditionFailed('nowhere_to_write', { case: input.caseCode, call: input.callId })
    }
    if (input.told !== null) await keepWordsTold(store, ids, input.told, now)
    const told = input.told === null ? null : { ...input.told, at: now, answeredAt: null }
    const event = { type: 'reached', at: now, by, told, promisedAt } as const
    const done = await actOnCase(context, stored, event, { what, call: input.callId, data: { reached: true } })
    const about = { case: input.caseCode, call: input.callId, subjects: subjects.map((one) => one.subjectId) }
    const entries: AuditEvent[] = []
    if (input.told !== null) {
      const { result, scriptVersion, locale, inWriting } = input.told
      await store.requests.addTold({ requestId: id, ...input.told, at: now, callId: input.callId, humanRef })
      const data = { result, script: scriptVersion, locale: locale.toLowerCase(), in_writing: inWriting }
      entries.push({ what: 'request.told', ...about, data })
    }
    const goesOn = done.request.pauses.length === 0
    if (goesOn) entries.push({ what: 'request.unparked', ...about })
    const submit = goesOn && done.request.state === 'awaiting_verification'
    return { value: { requestId: id, submit }, events: [...done.events, ...entries], jobs: done.jobs }
  },
})

/** After too many tries in vain the consequence is told in writing: on record as any other telling. */
async function written(
  { store, now }: Pick<CommandContext<unknown>, 'store' | 'now'>,
  before: Request,
  { id, caseCode, subjects, told }: Request,
): Promise<AuditEvent[]> {
  if (told?.writtenAt !== now || before.told?.writtenAt === now) return []
  const { result, scriptId, scriptVersion, locale, inWriting } = told
  const how = { result, scriptId, scriptVersion, locale, inWriting, at: now }
  await store.requests.addTold({ requestId: id, ...how, callId: null, humanRef: null })
  const data = { result, script: scriptVersion, locale: locale.toLowerCase(), in_writing: true }
  return [{ what: 'request.told', case: caseCode, subjects: subjects.map((one) => one.subjectId), data }]
}

/**
 * Nobody answered. What only waited is parked for the next try, so that it is counted, and after the third the person
 * is written to. A promise that was to be kept moves with it.
 */
async function noteTry(context: CommandContext<NoteCallBack>, stored: StoredRequest) {
  const { input: { promisedAt, caseCode }, store, actor, now } = context
  const { id } = stored.request
  const by = requestActor(actor)
  const asks = asksForCallBack(stored.request)
  if (asks === null) throw preconditionFailed('no_call_back', { case: caseCode })
  const park = { type: 'park', reason: 'call_promised', at: now, by, promisedAt } as const
  const parked = asks === 'parked' ? null : await actOnCase(context, stored, park, { what: 'request.parked' })
  const after = parked === null ? stored : await store.requests.byId(id)
  if (after === null) throw notFound('case')
  const entry = { what: 'verification.called_back', data: { reached: false } } as const
  await store.calls.movePromises(id, promisedAt)
  const tried = await actOnCase(context, after, { type: 'tried', at: now, by, promisedAt }, entry)
  const told = await written(context, after.request, tried.request)
  const [first, ...rest] = tried.events
  const events: AuditEvents = [first, ...told, ...rest, ...(parked?.events ?? [])]
  return {
    value: { requestId: id, submit: false },
    events,
    jobs: [...(parked?.jobs ?? []), ...(tried.jobs ?? [])],
  }
}
