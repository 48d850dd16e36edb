import { auditedQuery } from '../query.ts'
import { notAllowed, notFound } from '../errors.ts'
import { levelIn } from '../call/level-in.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { sayReceiptInput } from '../views/desk-inputs.ts'

/** The receipt of a deletion once more, to be read out to whom it is about; from level 2 on, and written down. */
export const sayReceipt = auditedQuery({
  name: 'receipt.say',
  permission: 'receipt.say',
  input: sayReceiptInput,
  async run(context): Promise<{
    value: { receipt: string }
    events: [{ what: 'certificate.viewed'; case: string; call: string; data: { certificate: string } }]
  }> {
    const { input, store, secrets } = context
    const call = await ownLiveCall(context, input.callId)
    if ((await levelIn(context, call, input.erasureId)) < 2) throw notAllowed('level_too_low', { call: call.id })
    const stored = await store.requests.byId(input.erasureId)
    const certificate = (await store.erasure.certificates(input.erasureId)).at(-1)
    if (stored === null || certificate === undefined) throw notFound('receipt')
    return {
      value: { receipt: inFours(secrets.receipt(certificate.id)) },
      events: [
        {
          what: 'certificate.viewed',
          case: stored.request.caseCode,
          call: call.id,
          data: { certificate: certificate.id },
        },
      ],
    }
  },
})

/** As it is read out. */
const inFours = (receipt: string): string => receipt.replace(/(.{4})(?=.)/g, '$1 ')
