import { assuranceFrom } from '#domain/access/assurance.ts'
import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { command, runCommand, type CommandContext, type CommandResult } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import { keptUntil } from '../expiry/kept-since.ts'
import { procedure } from '../procedure.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { statedDocumentInput, type StatedDocumentInput } from '../views/desk-inputs.ts'
import { statedCodeIn } from '../verification/stated.ts'
import { grantErased, isOfErased } from './grant-erased.ts'
import { callOfNobody, keepTry, nextTry } from './nobody-on-file.ts'

type Context = CommandContext<StatedDocumentInput>

/**
 * Judges the number of an identity document beside a contact whose code was read back: both have to be on one and the
 * same entry of the registry. The number is tagged here and stored nowhere; the document itself was seen elsewhere, and
 * is named by its reference. What does not match is answered like somebody who never existed.
 */
export const judgeDocument = command({
  name: 'verification.check_document_tag',
  permission: 'verification.note_proof',
  input: statedDocumentInput,
  async run(context): Promise<CommandResult<{ opened: boolean }>> {
    const { input, store, now } = context
    const call = await callOfNobody(context)
    const number = await nextTry(context, call, 'document_tag')
    const stated = await statedCodeIn(store, call.id)
    if (stated?.code.outcome !== 'passed') throw preconditionFailed('code_first', { call: call.id })
    const { contact } = stated
    const erasures = await erasuresOf(context, [
      context.secrets.registryTag(contact.type, contact.value).tag,
      context.secrets.registryTag('national_id', await numberOf(context)).tag,
    ])
    const passed = erasures.length > 0
    const id = await keepTry(context, call, 'document_tag', passed)
    const level = passed ? await open(context, call, erasures) : 0
    return {
      value: { opened: passed },
      events: [{
        what: 'verification.document_checked',
        outcome: passed ? 'ok' : 'denied',
        call: call.id,
        ...(passed ? { case: erasures[0]?.request.caseCode ?? null } : {}),
        data: { verification: id, try: number, passed, ...(passed ? { level } : {}) },
        commit: { reference: { value: input.reference, subject: null, expiresAt: await keptUntil(store, now) } },
      }],
    }
  },
})

async function open(context: Context, call: CallRecord, erasures: readonly StoredRequest[]) {
  const facts = { now: context.now, callStartedAt: call.startedAt, freshMs: 0, contacts: [], erased: true }
  const { level } = assuranceFrom([{ kind: 'code_to_matching_tag' }, { kind: 'document_matching_tag' }], facts)
  await grantErased(context, call, erasures, 'document_tag', level)
  return level
}

async function numberOf({ input, store }: Context): Promise<string> {
  const { home_country: country } = await store.settings.all()
  const read = normaliseIdentifier('national_id', input.number, { country })
  if (!read.ok) throw invalidInput('input', { number: 'document_number' })
  return read.value
}

/** The deletions of somebody gone whose mark carries every one of these tags. */
async function erasuresOf({ store, now }: Context, tags: readonly Uint8Array[]): Promise<StoredRequest[]> {
  const entries = await store.registry.entriesByTags(null, tags, now)
  const ids = new Set(entries.filter((entry) => tags.every((tag) => carries(entry, tag))).map((one) => one.requestId))
  const found = (await Promise.all([...ids].map((id) => store.requests.byId(id)))).flatMap((one) => one ?? [])
  const gone = await Promise.all(found.map((one) => isOfErased(store, one)))
  return found.filter((_, index) => gone[index])
}

const carries = ({ tags }: RegistryEntryRecord, tag: Uint8Array): boolean =>
  tags.some((one) => Buffer.compare(one.tag, tag) === 0)

/** Checks a document that is known by reference. @throws PreconditionFailed when nothing opens by it */
export const checkDocument = procedure({
  name: 'verification.check_document_tag',
  async run({ runtime }, rawInput, principal): Promise<{ opened: true }> {
    const { opened } = await runCommand(runtime, judgeDocument, rawInput, principal)
    if (!opened) throw preconditionFailed('nothing_opens')
    return { opened }
  },
})
