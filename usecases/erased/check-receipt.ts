import { createHash } from 'node:crypto'
import { assuranceFrom } from '#domain/access/assurance.ts'
import { readCrockford } from '#domain/request/crockford.ts'
import { command, runCommand, type CommandContext, type CommandResult } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import { procedure } from '../procedure.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { receiptInput } from '../views/desk-inputs.ts'
import { grantErased, isOfErased } from './grant-erased.ts'
import { callOfNobody, keepTry, nextTry } from './nobody-on-file.ts'

/** Symbols of a receipt, as it is said on the phone. */
const receiptLength = 16

/** Judges a receipt: whoever has it was erased, and is known again at level 2 (domain book §5.4). */
export const judgeReceipt = command({
  name: 'verification.check_receipt',
  permission: 'verification.note_proof',
  input: receiptInput,
  async run(context): Promise<CommandResult<{ opened: boolean }>> {
    const { input, now } = context
    const call = await callOfNobody(context)
    const receipt = readCrockford(input.receipt)
    if (receipt?.length !== receiptLength) throw invalidInput('input', { receipt: 'receipt' })
    const number = await nextTry(context, call, 'receipt')
    const erasure = await erasureOf(context, receipt)
    const id = await keepTry(context, call, 'receipt', erasure !== null)
    const data = { verification: id, try: number, passed: erasure !== null }
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
