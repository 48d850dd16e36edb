import { z } from 'zod'
import { smsOutcomes } from '#usecases/notification/bounce-codes.ts'
import { messageTokenPattern } from '#usecases/notification/message-token.ts'
import { invalidInput } from '#usecases/errors.ts'
import { maxReportBytes, type DeliveryReport } from './read-delivery-report.ts'

const SmsReport = z.object({ reference: z.string().regex(messageTokenPattern), outcome: z.enum(smsOutcomes) })

/**
 * Reads what an SMS gateway says later of a message that it took: `{"reference": …, "outcome": …}` in JSON, the
 * reference as the hook was given it.
 *
 * @throws AppError `invalid_input` when it is too large or no such report
 */
export function readSmsReport(bytes: Uint8Array): DeliveryReport {
  if (bytes.length > maxReportBytes) throw invalidInput('report_too_large')
  const { data } = SmsReport.safeParse(jsonOf(bytes))
  if (data === undefined) throw invalidInput('report_none')
  const { reference, outcome } = data
  return {
    outcome: outcome === 'delivered' ? 'arrived' : outcome === 'accepted' ? 'delayed' : 'failed',
    code: `sms_${outcome}`,
    tokens: [reference],
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
