import type { Scope } from '#domain/request/kinds.ts'
import { mayBeObjectedTo } from '#domain/request/decided.ts'
import type { Request } from '#domain/request/request.ts'
import { scriptBook } from '#domain/script/script.ts'
import { levelIn } from '../call/level-in.ts'
import { ownLiveCall, staffActor } from '../call/own-call.ts'
import { command, type CommandContext } from '../command.ts'
import { sealedMs } from '../erasure/sealed-span.ts'
import { notAllowed, notFound, preconditionFailed } from '../errors.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'
import type { RequestOrigin } from '../ports/request-store.ts'
import { freshCaseCode } from '../request/fresh-case-code.ts'
import { aboutRequestOf } from '../request/objected-about.ts'
import { objectionUnderWay } from '../request/objection-under-way.ts'
import { openRequest, type Opening } from '../request/open.ts'
import { statedContact } from '../verification/stated-contact.ts'
import { statedCodeIn } from '../verification/stated.ts'
import { askAfterErasureInput, type AskAfterErasureInput } from '../views/desk-inputs.ts'
import { keepTyped } from '../request/keep-typed.ts'
import { barsSubject, entryStands } from '../registry/bars-subject.ts'
import { openAlready } from './erased-person.ts'

type Context = CommandContext<AskAfterErasureInput>

/**
 * Opens what somebody who was erased can still ask for: an objection to the erasure or to the bar, or the correction of
 * a mark. It names the entry of the registry, since nobody is on file; what they say and where they can be answered is
 * sealed beside the case until it is over. Somebody who is on file is named by their account, and objects so to what
 * bars them, or to what was decided in a case of theirs.
 *
 * @throws NotAllowed below level 2; PreconditionFailed `open_already`, or `no_bar` where there is nothing to correct
 */
export const openAfterErasure = command({
  name: 'request.open_after_erasure',
  permission: 'request.open',
  input: askAfterErasureInput,
  async run(context) {
    const { input, store, now, ids } = context
    const staff = staffActor(context)
    const call = await ownLiveCall(context, input.callId)
    const subjectId = input.subjectId ?? input.entryId ?? input.erasureId
    for (const id of input.subjectId === null ? [input.erasureId, subjectId] : [subjectId]) {
      if ((await levelIn(context, call, id)) < 2) throw notAllowed('level_too_low', { call: call.id })
    }
    const known = await store.requests.byOpeningKey(input.idempotencyKey)
    if (known !== null) {
      const { id, caseCode, state } = known.request
      return { value: { requestId: id, caseCode, state }, events: [{ what: 'request.opened_again', case: caseCode, call: call.id }] }
    }
    const { scope, about, jurisdiction } = await aboutOf(context, call)
    const open = await alreadyAsked(context, subjectId, about)
    if (open) throw preconditionFailed('open_already', { call: call.id })
    const opened = await openRequest(context, {
      kind: input.kind,
      scope,
      purpose: null,
      about,
      subjects: [{ subjectId, known: input.subjectId === null ? 'erased' : 'on_file' }],
      source: { type: 'call', ref: call.id },
      askedByPerson: true,
      told: null,
      receivedAt: now,
      caseCode: freshCaseCode(ids),
      origin: {
        openedBy: staff.humanRef, channel: call.channel, jurisdiction, callId: call.id, intakeId: null,
        openingKey: input.idempotencyKey,
      },
    })
    await keepTyped(context, opened.request, 'caller_words', input.words, call.id)
    if (input.subjectId === null) await sealContact(context, call, opened.request)
    const { id, caseCode, state } = opened.request
    return { value: { requestId: id, caseCode, state }, events: opened.events, jobs: opened.jobs }
  },
})

/** What it is about: a correction the entry, an objection the decision that left it. */
async function aboutOf(context: Context, call: CallRecord): Promise<Pick<Opening, 'scope' | 'about'> & Pick<RequestOrigin, 'jurisdiction'>> {
  const { store, input, now } = context
  const erasure = await store.requests.byId(input.erasureId)
  const entry = input.entryId === null ? null : await store.registry.byId(input.entryId)
  if (erasure === null || (input.entryId !== null && entry?.requestId !== erasure.request.id)) throw notFound('case')
  const { subjectId } = input
  if (subjectId !== null && !(await isAgainst(context, subjectId, erasure.request, entry))) throw notFound('case')
  const scope: Scope = entry === null ? erasure.request.scope : { scope: 'service', service: entry.service }
  // Where they are protected is known from the case alone: of who was erased nothing is on file.
  const { jurisdiction } = erasure.origin
  if (input.kind === 'objection') return { scope, about: erasure.request.id, jurisdiction }
  if (entry === null || !entryStands(entry, now)) throw preconditionFailed('no_bar', { call: call.id })
  return { scope, about: entry.id, jurisdiction }
}

/** Somebody on file objects to what bars them, and to what was decided in a case that names them; to nothing else. */
async function isAgainst(
  context: Context,
  subjectId: string,
  request: Request,
  entry: RegistryEntryRecord | null,
): Promise<boolean> {
  if (entry !== null) return barsSubject(context, entry, subjectId)
  const names = request.subjects.some((one) => one.subjectId === subjectId)
  return names && mayBeObjectedTo(request, await aboutRequestOf(context.store, request))
}

/** The same is under way: of somebody on file about this very decision, of somebody erased about what is left. */
async function alreadyAsked({ store, input }: Context, subjectId: string, about: string | null): Promise<boolean> {
  if (input.kind === 'ineligibility_correction' && about !== null) {
    return (await store.requests.openCorrections([about])).size > 0
  }
  if (input.subjectId === null || about === null) return (await openAlready(store, subjectId, input.kind)) !== null
  return objectionUnderWay(await store.requests.ofSubject(subjectId), about) !== null
}

/** There is no key of the person's to keep it under: it is sealed by the house's, until the case is answered. */
async function sealContact(context: Context, call: CallRecord, { id: requestId }: Request): Promise<void> {
  const { store, input, now } = context
  const contact =
    input.contact === ''
      ? await verifiedContact(context, call.id)
      : { ...(await statedContact(store, input.contact)), locale: scriptBook(call.locale).locale }
  if (contact === null) return
  await store.erasure.seal({
    requestId, kind: 'contact', system: null, text: JSON.stringify(contact), expiresAt: now + sealedMs,
  })
}

async function verifiedContact({ store }: Context, callId: string) {
  const stated = await statedCodeIn(store, callId)
  return stated?.code.outcome === 'passed' ? stated.contact : null
}
