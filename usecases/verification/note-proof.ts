import { contactDoubts } from '#domain/access/contact-doubt.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { staffActor } from '../call/own-call.ts'
import { command, type CommandContext, type CommandResult } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { contactsOf } from '../person/contact-facts.ts'
import type { CallRecord, VerificationRecord } from '../ports/call-store.ts'
import type { SubjectRecord } from '../ports/subject-store.ts'
import { noteProofInput, type NoteProofInput } from '../views/desk-inputs.ts'
import { codeRules } from './code-rules.ts'
import { livePerson } from './live-person.ts'
import { raiseLevel } from './raise-level.ts'

/** What an agent noted, and where the call stands. A number that is not on file is an answer, and stays tried. */
export interface ProofNoted {
  readonly noted: boolean
  readonly level: number
}

type Context = CommandContext<NoteProofInput>

/**
 * An agent notes what the caller showed beside a code: a document by its reference, a call-back to the number on file,
 * or answers. Answers, a name and a birth date among them, are a claim and give 1 (domain book §3, Verification).
 */
export const noteProof = command({
  name: 'verification.note_proof',
  permission: 'verification.note_proof',
  input: noteProofInput,
  async run(context): Promise<CommandResult<ProofNoted>> {
    const { call, subject, about } = await livePerson(context, context.input.callId)
    const { input, now } = context
    const method = input.proof
    const goesBy = input.proof === 'call_back' ? await calledBack(context, call, subject) : await noteOf(context, call, subject)
    const passed = goesBy !== null
    await context.store.calls.addVerification({
      id: context.ids.uuid(), callId: call.id, subjectId: subject.id, method, identifierId: goesBy ?? subject.id,
      sentAt: now, expiresAt: now, tries: 1, outcome: passed ? 'passed' : 'failed',
    })
    const level = await raiseLevel(context, call, subject.id)
    const what = method === 'call_back' ? 'verification.called_back' : 'verification.proof_noted'
    const commit = input.proof === 'document'
      ? { commit: { reference: { value: input.reference, subject: subject.id, expiresAt: null } } }
      : {}
    return {
      value: { noted: passed, level },
      events: [{ what, outcome: passed ? 'ok' : 'denied', ...about, data: { way: method, passed, level }, ...commit }],
    }
  },
})

/**
 * The contact on file that was called, or null when the number is none. It is typed, not shown: before level 2 no agent
 * sees one, and the caller has to name it.
 */
async function calledBack(context: Context, call: CallRecord, subject: SubjectRecord): Promise<string | null> {
  const { input, store, now } = context
  if (input.proof !== 'call_back') return null
  const about = { call: call.id, subjects: [subject.id] }
  const tried = (await store.calls.verifications(call.id)).filter(
    (one): one is VerificationRecord => one.subjectId === subject.id && one.method === 'call_back',
  )
  if (tried.length >= codeRules.tries) throw preconditionFailed('too_many_tries', about)
  const settings = await store.settings.all()
  const read = normaliseIdentifier('phone', input.number, { country: subject.jurisdiction ?? settings.home_country })
  const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subject.id))
  const called = contacts.find((one) => one.type === 'phone' && read.ok && one.value === read.value)
  if (called === undefined) return null
  const at = { now, callStartedAt: call.startedAt, freshMs: settingMs(settings, 'contact_fresh_days') }
  return contactDoubts(called, at).length === 0 ? called.id : null
}

/** The note under which a document's reference is kept with the person; answers leave none. */
async function noteOf(context: Context, call: CallRecord, subject: SubjectRecord): Promise<string> {
  const { input, store, ids, now } = context
  if (input.proof !== 'document') return subject.id
  const id = ids.uuid()
  await store.subjects.addNote({
    id, subjectId: subject.id, callId: call.id, requestId: null, kind: 'proof', text: input.reference, at: now,
    humanRef: staffActor(context).humanRef,
  })
  return id
}
