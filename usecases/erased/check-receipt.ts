import { createHash } from 'node:crypto'
import { assuranceFrom } from '#domain/access/assurance.ts'
import { readCrockford } from '#domain/request/crockford.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { command, runCommand, type CommandContext, type CommandResult } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import { procedure } from '../procedure.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { receiptInput } from '../views/desk-inputs.ts'
import { codeRules } from '../verification/code-rules.ts'
import { isStated } from '../verification/stated.ts'
import { grantErased, isOfErased } from './grant-erased.ts'

/** Symbols of a receipt, as it is said on the phone. */
const receiptLength = 16

/** Judges a receipt: whoever has it was erased, and is known again at level 2 (domain book §5.4). */
export const judgeReceipt = command({
  name: 'verification.check_receipt',
  permission: 'verification.note_proof',
  input: receiptInput,
  async run(context): Promise<CommandResult<{ opened: boolean }>> {
    const { input, store, ids, now } = context
    const call = await ownLiveCall(context, input.callId)
    if (call.found !== 'none') throw preconditionFailed('stated_not_possible', { call: call.id })
    const receipt = readCrockford(input.receipt)
    if (receipt?.length !== receiptLength) throw invalidInput('input', { receipt: 'receipt' })
    const tries = (await store.calls.verifications(call.id)).filter((one) => isStated(one) && one.method === 'receipt')
    if (tries.length >= codeRules.tries) throw preconditionFailed('tries_used_up', { call: call.id })
    const erasure = await erasureOf(context, receipt)
    const id = ids.uuid()
    await store.calls.addVerification({
      id, callId: call.id, subjectId: call.id, method: 'receipt', identifierId: id, sentAt: now, expiresAt: now,
      tries: 1, outcome: erasure === null ? 'failed' : 'passed',
    })
    const data = { verification: id, try: tries.length + 1, passed: erasure !== null }
    const about = { what: 'verification.receipt_checked', call: call.id } as const
    if (erasure === null) return { value: { opened: false }, events: [{ ...about, outcome: 'denied', data }] }
    const facts = { now, callStartedAt: call.startedAt, freshMs: 0, contacts: [], erased: true }
    const { level } = assuranceFrom([{ kind: 'receipt' }], facts)
    await grantErased(context, call, [erasure], 'receipt', level)
    return {
      value: { opened: true },
      events: [{ ...about, case: erasure.request.caseCode, data: { ...data, level } }],
    }
  },
})

/** The deletion that a receipt is of, if its people are gone. */
async function erasureOf(
  { store }: Pick<CommandContext<unknown>, 'store'>,
  receipt: string,
): Promise<StoredRequest | null> {
  const sha256 = new Uint8Array(createHash('sha256').update(receipt).digest())
  const certificate = await store.erasure.certificateByReceipt(sha256)
  const stored = certificate === null ? null : await store.requests.byId(certificate.requestId)
  return stored !== null && (await isOfErased(store, stored)) ? stored : null
}

/** Checks a receipt that a caller reads out. @throws PreconditionFailed when nothing opens by it */
export const checkReceipt = procedure({
  name: 'verification.check_receipt',
  async run({ runtime }, rawInput, principal): Promise<{ opened: true }> {
    const { opened } = await runCommand(runtime, judgeReceipt, rawInput, principal)
    if (!opened) throw preconditionFailed('nothing_opens')
    return { opened }
  },
})
