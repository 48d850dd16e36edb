import { assuranceFrom, type Proof } from '#domain/access/assurance.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { scriptBook } from '#domain/script/script.ts'
import { command, runCommand, type CommandContext, type CommandResult } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { contactsOf } from '../person/contact-facts.ts'
import { procedure } from '../procedure.ts'
import type { CallRecord, VerificationRecord } from '../ports/call-store.ts'
import { checkCodeInput } from '../views/desk-inputs.ts'
import { codeRules } from './code-rules.ts'
import { isStated } from './stated.ts'

/** A wrong code is an answer, not a fault: the try it took must stay taken. */
export type CodeChecked =
  | { readonly verified: true; readonly level: number }
  | { readonly verified: false; readonly reason: 'wrong_code' | 'code_used_up' }

const whyOver = { passed: 'code_used', failed: 'code_used_up', superseded: 'code_superseded' } as const

/** Judges a code: one of three tries, within ten minutes, used once; the newest one only. */
export const judgeCode = command({
  name: 'verification.check_code',
  permission: 'verification.check_code',
  input: checkCodeInput,
  async run(context): Promise<CommandResult<CodeChecked>> {
    const { input, store, secrets, now } = context
    const call = await ownLiveCall(context, input.callId)
    const verification = await store.calls.verification(input.challengeId)
    if (verification === null || verification.callId !== call.id) throw preconditionFailed('code_superseded', { call: call.id })
    const stated = isStated(verification)
    const about = { call: call.id, subjects: stated ? [] : [verification.subjectId] }
    if (verification.outcome !== 'pending') throw preconditionFailed(whyOver[verification.outcome], about)
    const taken = await store.calls.takeTry(verification.id, now, codeRules.tries)
    if (taken === null) throw preconditionFailed(verification.expiresAt <= now ? 'code_expired' : 'code_used_up', about)

    const data = { verification: verification.id, way: verification.method, try: taken }
    if (!secrets.matchesOneTimeCode(verification.id, input.code)) {
      const last = taken >= codeRules.tries
      if (last) await store.calls.endVerification(verification.id, 'failed', now)
      const value: CodeChecked = { verified: false, reason: last ? 'code_used_up' : 'wrong_code' }
      return {
        value,
        events: [{ what: 'verification.code_checked', outcome: 'denied', ...about, data: { ...data, passed: false } }],
      }
    }
    const first = await store.calls.endVerification(verification.id, 'passed', now)
    if (!first) throw preconditionFailed('code_used', about)
    // A contact that nobody is on file with proves nothing by itself: a document has to be beside it.
    const level = stated ? 0 : await raise(context, call, verification)
    const value: CodeChecked = { verified: true, level }
    return { value, events: [{ what: 'verification.code_checked', ...about, data: { ...data, passed: true, level } }] }
  },
})

/** The level that every code passed in this call gives together, as things stand now. */
async function raise(
  { store, actor, now }: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now'>,
  call: CallRecord,
  { subjectId }: VerificationRecord,
): Promise<number> {
  const subject = await store.subjects.get(subjectId)
  const grant = await store.calls.grant(call.id, subjectId)
  if (subject === null || grant === null) throw preconditionFailed('code_not_possible', { call: call.id })
  const passed = (await store.calls.verifications(call.id)).filter(
    (one) => one.subjectId === subjectId && one.outcome === 'passed',
  )
  const proofs = passed.map(({ identifierId }): Proof => ({ kind: 'one_time_code', contactId: identifierId }))
  const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subjectId))
  const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
  const { level } = assuranceFrom(proofs, { now, callStartedAt: call.startedAt, freshMs, contacts })
  await store.calls.putGrant({ ...grant, level, levelAt: now })
  // Only now may the file say which language the caller reads; what the agent chose stays.
  const untouched = actor.type === 'staff' && call.locale === actor.locale
  if (level >= 2 && untouched && subject.locale !== null) {
    await store.calls.save({ ...call, locale: scriptBook(subject.locale).locale })
  }
  return level
}

/** Checks a code that the caller read out. @throws PreconditionFailed when it is not the code */
export const checkCode = procedure({
  name: 'verification.check_code',
  async run({ runtime }, rawInput, principal): Promise<{ level: number }> {
    const checked = await runCommand(runtime, judgeCode, rawInput, principal)
    if (!checked.verified) throw preconditionFailed(checked.reason)
    return { level: checked.level }
  },
})
