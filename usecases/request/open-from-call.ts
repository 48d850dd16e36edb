import { z } from 'zod'
import type { PurposeNamed, RequestKind, Scope } from '#domain/request/kinds.ts'
import { requestKinds } from '#domain/request/kinds.ts'
import { mayBeOnePerson } from '#domain/subject/one-person.ts'
import { scriptIds } from '#domain/script/script-ids.ts'
import { toldResults } from '#domain/request/request.ts'
import { command, type CommandContext } from '../command.ts'
import { invalidInput, notAllowed, notFound, preconditionFailed } from '../errors.ts'
import { levelIn, levelOfGrant } from '../call/level-in.ts'
import { ownLiveCall, staffActor } from '../call/own-call.ts'
import type { CallRecord } from '../ports/call-store.ts'
import { keepWordsTold } from '../telling/keep-words-told.ts'
import { writesTo } from '../telling/writes-to.ts'
import { caseCodeOf } from './case-code-of.ts'
import { checkTyped, Confirmed } from './confirmed.ts'
import { noteAbout } from './note-about.ts'
import { openRequest } from './open.ts'
import { sameOnFile } from './same-on-file.ts'

/** What the agent's screen sends (usecases/views/desk.ts, SubmitRequestInput). */
export const SubmitFromCallInput = z.object({
  callId: z.uuid(),
  subjectId: z.uuid(),
  /** Other accounts of the same person, each verified in this call by itself. */
  alsoSubjectIds: z.array(z.uuid()).max(4).default([]),
  choiceId: z.string().regex(/^[a-z_]+(:[a-z0-9_.-]+){0,2}$/, { error: 'choice' }),
  told: z
    .object({
      result: z.enum(toldResults),
      /** Which words were told; looked up by their version, and kept. */
      scriptId: z.enum(scriptIds).optional(),
      scriptVersion: z.string().regex(/^[a-z0-9_.-]{1,40}$/),
      locale: z.string().regex(/^[a-zA-Z-]{2,35}$/),
      inWriting: z.boolean(),
    })
    // To be written: what else they say was said aloud, and under pressure nothing is.
    .refine(({ result, inWriting }) => !inWriting || result === 'understood', { error: 'told' })
    .nullable(),
  /** The numbers were seen; null where nothing irreversible begins by itself. */
  confirmed: Confirmed.nullable().default(null),
  words: z.string().trim().max(4_000, { error: 'too_long' }),
  /** Drawn once per form: a double click is one request. */
  idempotencyKey: z.string().regex(/^[0-9a-f-]{32,36}$/),
})

type SubmitFromCall = z.infer<typeof SubmitFromCallInput>

/** What a choice on the screen stands for: `<kind>`, `<kind>:<service>` or `consent_withdrawal:<service>:<purpose>`. */
export interface Choice {
  readonly kind: RequestKind
  readonly service: string | null
  readonly purpose: string | null
}

/** The id of a choice, as the screen sends it back. */
export const choiceId = ({ kind, service, purpose }: Choice): string =>
  [kind, service ?? 'account', ...(purpose === null ? [] : [purpose])].join(':')

/** Reads a choice's id. @throws InvalidInput for a kind that is none */
export function choiceOf(id: string): Choice {
  const [kind, service = 'account', purpose = null] = id.split(':')
  const known = requestKinds.find((one) => one === kind)
  if (known === undefined) throw invalidInput('choice', { choiceId: 'choice' })
  return { kind: known, service: service === 'account' ? null : service, purpose }
}

/**
 * Opens a request in the agent's own call; asked again with the same key it answers with the first one.
 *
 * @throws PreconditionFailed `open_already` when the very same request is under way (same-request.ts)
 */
export const openFromCall = command({
  name: 'request.open',
  permission: 'request.open',
  input: SubmitFromCallInput,
  async run(context: CommandContext<SubmitFromCall>) {
    const { input, now, store, secrets, ids } = context
    const staff = staffActor(context)
    const call = await ownLiveCall(context, input.callId)
    const grant = await store.calls.grant(call.id, input.subjectId)
    if (grant === null) throw notFound('subject')

    const subject = await store.subjects.get(input.subjectId)
    if (subject === null || subject.status !== 'active') throw notFound('subject')

    const choice = choiceOf(input.choiceId)
    const caseCode = caseCodeOf(secrets, call.id, input.idempotencyKey)
    // A code that was misheard opens nothing; what is only taken down needs none.
    if (input.confirmed !== null) checkTyped(caseCode, input.confirmed, { call: call.id })
    const known = await store.requests.byOpeningKey(input.idempotencyKey)
    if (known !== null) {
      const { id, caseCode: code, state } = known.request
      return { value: { requestId: id, caseCode: code, state }, events: [{ what: 'request.opened_again', case: code, call: call.id }] }
    }

    const { scope, purpose } = await scopeOf(context, choice)
    const subjectIds = [input.subjectId, ...new Set(input.alsoSubjectIds)]
    await checkOthers(context, call, choice)
    const asked = { kind: choice.kind, scope, purpose: choice.purpose, subjectIds }
    const same = await sameOnFile(store, asked)
    // Below level 2 open requests are locked (domain book §4, 11): a refusal would tell of one.
    if (same !== null && levelOfGrant(grant, now) >= 2) {
      throw preconditionFailed('open_already', { case: same.request.caseCode, call: call.id })
    }
    if (input.told?.inWriting && (await writesTo(context, call.id, input.subjectId)) === null) {
      throw preconditionFailed('nowhere_to_write', { call: call.id })
    }
    if (input.told !== null) await keepWordsTold(store, ids, input.told, now)
    const told = input.told === null ? null : { ...input.told, at: now, answeredAt: null }
    const opened = await openRequest(context, {
      kind: choice.kind,
      scope,
      purpose,
      about: null,
      subjects: subjectIds.map((subjectId) => ({ subjectId, known: 'on_file' })),
      source: { type: 'call', ref: call.id },
      askedByPerson: true,
      told,
      receivedAt: now,
      caseCode,
      origin: {
        openedBy: staff.humanRef,
        channel: call.channel,
        jurisdiction: subject.jurisdiction,
        callId: call.id,
        intakeId: null,
        openingKey: input.idempotencyKey,
      },
    })
    const { id, state } = opened.request
    if (input.told !== null) {
      const { humanRef } = staff
      await store.requests.addTold({ requestId: id, ...input.told, at: now, callId: call.id, humanRef })
    }
    await noteAbout(context, opened.request, 'caller_words', input.words, call.id)
    return {
      value: { requestId: id, caseCode, state },
      events: [
        ...opened.events,
        ...(told === null
          ? []
          : [{ what: 'request.told' as const, case: caseCode, call: call.id, subjects: subjectIds, data: { result: told.result, script: told.scriptVersion, locale: told.locale.toLowerCase(), in_writing: told.inWriting } }]),
      ],
      jobs: opened.jobs,
    }
  },
})

/**
 * Several accounts are one person's to name together: each was verified in this call, nothing on file says that they
 * are two people, and only a deletion reaches all of them.
 */
async function checkOthers(context: CommandContext<SubmitFromCall>, call: CallRecord, { kind }: Choice): Promise<void> {
  const { input, store } = context
  if (input.alsoSubjectIds.length === 0) return
  if (kind !== 'deletion') throw invalidInput('choice', { choiceId: 'choice' })
  const nationalIds: (string | null)[] = []
  for (const subjectId of [input.subjectId, ...input.alsoSubjectIds]) {
    if ((await levelIn(context, call, subjectId)) < 2) throw notAllowed('level_too_low', { call: call.id })
    if ((await store.subjects.get(subjectId))?.status !== 'active') throw notFound('subject')
    const current = (await store.subjects.identifiers(subjectId)).filter((one) => one.heldTo === null)
    nationalIds.push(current.find((one) => one.type === 'national_id')?.value ?? null)
  }
  if (!mayBeOnePerson(nationalIds)) throw preconditionFailed('two_people', { call: call.id })
}

/** The scope that a choice names, checked against what is configured. @throws InvalidInput */
export async function scopeOf(
  { store }: Pick<CommandContext<unknown>, 'store'>,
  choice: Choice,
): Promise<{ scope: Scope; purpose: PurposeNamed | null }> {
  const services = await store.consents.services()
  const service = services.find((one) => one.key === choice.service)
  if (choice.service !== null && service === undefined) throw invalidInput('service', { choiceId: 'unknown_service' })
  const scope: Scope = service === undefined ? { scope: 'account' } : { scope: 'service', service: service.key }
  if (choice.purpose === null) return { scope, purpose: null }
  if (!services.some((one) => one.purposes.includes(choice.purpose ?? ''))) {
    throw invalidInput('purpose', { choiceId: 'unknown_purpose' })
  }
  const restsOn = services.some((one) => one.restsOn === choice.purpose)
  return { scope, purpose: { key: choice.purpose, restsOn, optOut: !restsOn } }
}
