import { command, runCommand, type CommandResult } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { procedure } from '../procedure.ts'
import { checkCodeInput } from '../views/desk-inputs.ts'
import { codeRules } from './code-rules.ts'
import { raiseLevel } from './raise-level.ts'
import { isLink, isStated } from './stated.ts'

/** A wrong code is an answer, not a fault: the try it took must stay taken. */
export type CodeChecked =
  | { readonly verified: true; readonly level: number }
  | { readonly verified: false; readonly reason: 'wrong_code' | 'code_used_up' }

const whyOver = {
  passed: 'code_used', failed: 'code_used_up', superseded: 'code_superseded', lapsed: 'code_used', refused: 'contact_denies',
} as const

/** Judges a code: one of three tries, within ten minutes, used once; the newest one only. */
export const judgeCode = command({
  name: 'verification.check_code',
  permission: 'verification.check_code',
  input: checkCodeInput,
  async run(context): Promise<CommandResult<CodeChecked>> {
    const { input, store, secrets, now } = context
    const call = await ownLiveCall(context, input.callId)
    const verification = await store.calls.verification(input.challengeId)
    if (verification === null || verification.callId !== call.id || isLink(verification)) throw preconditionFailed('code_superseded', { call: call.id })
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
    const level = stated ? 0 : await raiseLevel(context, call, verification.subjectId)
    const value: CodeChecked = { verified: true, level }
    return { value, events: [{ what: 'verification.code_checked', ...about, data: { ...data, passed: true, level } }] }
  },
})

/** Checks a code that the caller read out. @throws PreconditionFailed when it is not the code */
export const checkCode = procedure({
  name: 'verification.check_code',
  async run({ runtime }, rawInput, principal): Promise<{ level: number }> {
    const checked = await runCommand(runtime, judgeCode, rawInput, principal)
    if (!checked.verified) throw preconditionFailed(checked.reason)
    return { level: checked.level }
  },
})
