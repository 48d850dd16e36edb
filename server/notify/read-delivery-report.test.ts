import { describe, expect, it } from 'vitest'
import { deliveryReport } from '#tests/support/delivery-report.ts'
import { maxReportBytes, readDeliveryReport } from './read-delivery-report.ts'

const token = '0123456789abcdef'.repeat(3)
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readDeliveryReport(bytes(text))

describe('a delivery report', () => {
  it('names the message by what came back of it, whole or its header alone, folded or not', async () => {
    for (const whole of [true, false]) {
      const report = await read(deliveryReport({ messageId: `<${token}@example.org>`, whole }))
      expect(report).toEqual({ outcome: 'failed', code: '5.1.1', tokens: [token] })
    }
  })

  it('names it by the envelope id, or by where the report was sent to, also in capitals', async () => {
    expect((await read(deliveryReport({ envelopeId: token }))).tokens).toEqual([token])
    const to = `Bounces+${token.toUpperCase()}@example.org`
    expect((await read(deliveryReport({ to }))).tokens).toEqual([token])
    expect((await read(deliveryReport({}))).tokens).toEqual([])
  })

  it.each([
    ['delayed', '4.4.1', 'delayed'],
    ['delivered', '2.0.0', 'arrived'],
    ['relayed (to mx.example.cn)', '2.0.0', 'arrived'],
    ['Expanded', '2.0.0', 'arrived'],
    ['FAILED', '4.4.7', 'failed'],
  ])('that says %s with %s is about one that is %s', async (action, status, outcome) => {
    expect((await read(deliveryReport({ action, status }))).outcome).toBe(outcome)
  })

  it.each([
    ['5.2.2 (mailbox full)', '5.2.2'], ['4.4.7', '4.4.7'], ['2.0.0', '5.0.0'], ['', '5.0.0'], ['5.138.123', '5.0.0'],
    ['5.1381234.5678', '5.0.0'], ['unknown', '5.0.0'],
  ])('with the status "%s" is kept as %s', async (status, code) => {
    expect((await read(deliveryReport({ status }))).code).toBe(code)
  })

  it('fails for one that failed, whatever it says of others', async () => {
    const further = ['Final-Recipient: rfc822; other@example.cn\nAction: failed\nStatus: 5.2.2']
    const report = await read(deliveryReport({ action: 'delayed', status: '4.2.0', further }))
    expect(report).toMatchObject({ outcome: 'failed', code: '5.2.2' })
  })

  it.each([
    ['nothing', ''],
    ['no mail', 'not a mail at all'],
    ['bytes', '\0\u0001\u00ff'.repeat(100)],
    ['an ordinary mail', `Subject: hello\r\nTo: bounces+${token}@example.org\r\n\r\nI am on holiday.\r\n`],
    ['a report that says nothing of anybody', deliveryReport({}).replace(/Final-Recipient[^]*?no such person\r\n/, '')],
    ['an action that there is none of', deliveryReport({ action: 'lost' })],
    ['a report of another kind', deliveryReport({}).replace('message/delivery-status', 'message/feedback-report')],
    ['a report inside another mail', `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${deliveryReport({}).split('\r\n').slice(8).join('\r\n')}\r\n--b--\r\n`],
    ['a nest of parts', Array.from({ length: 40 }, (_, i) => `Content-Type: multipart/report; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')],
  ])('is not made out of %s', async (_what, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'invalid_input', reason: 'report_none' })
  })

  it('is not read when it is too large', async () => {
    await expect(readDeliveryReport(new Uint8Array(maxReportBytes + 1))).rejects.toMatchObject({ reason: 'report_too_large' })
  })
})
