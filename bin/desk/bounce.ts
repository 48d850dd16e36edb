import { maxReportBytes, readDeliveryReport } from '#server/notify/read-delivery-report.ts'
import { readSmsReport } from '#server/notify/read-sms-report.ts'
import { invalidInput } from '#usecases/errors.ts'
import { recordBounce } from '#usecases/notification/record-bounce.ts'
import { standardInput } from '../cli/standard-input.ts'
import { operator, verb as declare } from '../cli/verb.ts'

const words = {
  delayed: 'still on its way: nothing changes',
  arrived: 'it arrived: nothing changes',
}

export const verb = declare({
  usage: '[--sms] < report',
  summary: 'Writes down that a notice came back, from a mail server’s delivery report (RFC 3464) on standard input, or a gateway’s with --sms.',
  positionals: [],
  options: { sms: { type: 'boolean' } },
  async run({ values, open }) {
    const bytes = await standardInput(maxReportBytes)
    const { outcome, code, tokens } = values.sms === true ? readSmsReport(bytes) : await readDeliveryReport(bytes)
    if (outcome !== 'failed') return { json: { outcome, changed: false }, lines: [words[outcome]] }
    if (tokens.length === 0) throw invalidInput('report_of_none')
    const { notificationId, first } = await (await open()).command(recordBounce, { tokens, code }, operator)
    return {
      json: { outcome, code, notification_id: notificationId, changed: first },
      lines: [`notice ${notificationId} came back (${code})${first ? '' : ': known already'}`],
    }
  },
})
