import { ownLiveCall } from '../call/own-call.ts'
import type { CommandContext } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import type { CallRecord } from '../ports/call-store.ts'
import { codeRules } from '../verification/code-rules.ts'
import { isStated } from '../verification/stated.ts'
import type { ErasedProof } from './grant-erased.ts'

type InCall = CommandContext<{ readonly callId: string }>

/** The reader's own call in which nobody on file was found. @throws PreconditionFailed for any other */
export async function callOfNobody(context: InCall): Promise<CallRecord> {
  const call = await ownLiveCall(context, context.input.callId)
  if (call.found !== 'none') throw preconditionFailed('stated_not_possible', { call: call.id })
  return call
}

/** The number of the try that this would be, in a call. @throws PreconditionFailed when they are used up */
export async function nextTry({ store }: Pick<InCall, 'store'>, call: CallRecord, method: ErasedProof): Promise<number> {
  const tries = (await store.calls.verifications(call.id)).filter((one) => isStated(one) && one.method === method)
  if (tries.length >= codeRules.tries) throw preconditionFailed('tries_used_up', { call: call.id })
  return tries.length + 1
}

/** Keeps a try of somebody who is not on file with what came of it; answers its id. */
export async function keepTry(
  { store, ids, now }: Pick<InCall, 'store' | 'ids' | 'now'>,
  call: CallRecord,
  method: ErasedProof,
  passed: boolean,
): Promise<string> {
  const id = ids.uuid()
  await store.calls.addVerification({
    id, callId: call.id, subjectId: call.id, method, identifierId: id, sentAt: now, expiresAt: now, tries: 1,
    outcome: passed ? 'passed' : 'failed',
  })
  return id
}
