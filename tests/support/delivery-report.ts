/** What a report is to say; without more it is one of Postfix about a mail that it could not deliver. */
export interface ReportParts {
  /** Message-ID of the mail that came back, with its brackets; null: nothing of it came back. */
  readonly messageId?: string | null
  /** Whether the whole mail came back, or its header alone. */
  readonly whole?: boolean
  readonly envelopeId?: string
  /** Where the report was sent to. */
  readonly to?: string
  readonly action?: string
  readonly status?: string
  /** More groups of fields, one for each further recipient. */
  readonly further?: readonly string[]
}

/** A delivery report as a mail server's alias hands it on (RFC 3464), written as Postfix writes it. */
export function deliveryReport({
  messageId = null, whole = false, envelopeId, to = 'desk@example.org', action = 'failed', status = '5.1.1', further = [],
}: ReportParts): string {
  const lines = [
    'Return-Path: <>',
    `Delivered-To: ${to}`,
    'Date: Mon, 8 Jan 2018 10:05:00 +0800 (CST)',
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4F2A.1515377100/mx.example.org"',
    'Message-Id: <20180108020500.9D3F8A0@mx.example.org>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4F2A.1515377100/mx.example.org',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I\'m sorry to have to inform you that your message could not be delivered.',
    '<chen.jing@example.cn>: host mx.example.cn said: 550 5.1.1 no such person',
    '',
    '--4F2A.1515377100/mx.example.org',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    ...(envelopeId === undefined ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
    'Arrival-Date: Mon,  8 Jan 2018 10:00:00 +0800 (CST)',
    '',
    'Final-Recipient: rfc822; chen.jing@example.cn',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <chen.jing@example.cn>:',
    '    no such person',
    ...further.flatMap((group) => ['', ...group.split('\n')]),
    '',
    ...(messageId === null
      ? []
      : [
          '--4F2A.1515377100/mx.example.org',
          'Content-Description: Undelivered Message',
          `Content-Type: ${whole ? 'message/rfc822' : 'text/rfc822-headers'}`,
          '',
          'From: desk@example.org',
          'To: chen.jing@example.cn',
          'Subject: About your request',
          'Message-ID:',
          ` ${messageId}`,
          '',
          ...(whole ? ['Message-ID: <in-the-text@example.org>', 'The text.', ''] : []),
        ]),
    '--4F2A.1515377100/mx.example.org--',
    '',
  ]
  return lines.join('\r\n')
}
