import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { bounceCodePattern } from '#usecases/notification/bounce-codes.ts'
import { invalidInput } from '#usecases/errors.ts'
import { messageTokensIn } from './message-names.ts'

/** More than any report about a message of ours needs, in bytes: those are a few lines long. */
export const maxReportBytes = 1_048_576

/** What a mail server says of a message that it had taken. */
export interface DeliveryReport {
  /** `failed`: for good. `delayed`: it is still being tried. `arrived`: handed on, or in the mailbox. */
  readonly outcome: 'failed' | 'delayed' | 'arrived'
  /** Why it failed, as `4.4.7` (RFC 3463). */
  readonly code: string
  /** Under which names of ours the message left: from what came back of it, and where the report was sent to. */
  readonly tokens: readonly string[]
}

/**
 * Reads one message (RFC 5322) that holds a report on delivery (`multipart/report`, RFC 3462; its fields RFC 3464, or
 * RFC 6533). Of its words and addresses nothing is kept.
 *
 * @throws AppError `invalid_input` when it is too large or no such report
 */
export async function readDeliveryReport(bytes: Uint8Array): Promise<DeliveryReport> {
  if (bytes.length > maxReportBytes) throw invalidInput('report_too_large')
  const mail = await parsed(bytes)
  const type = headerOf(mail, 'content-type').toLowerCase()
  const status = mail.attachments.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
  if (!type.startsWith('multipart/report') || status === undefined) throw invalidInput('report_none')
  const [ofMessage, ...ofRecipients] = fieldGroups(textOf(status))
  const failed = ofRecipients.find((fields) => wordOf(fields, 'action') === 'failed')
  const outcome =
    failed !== undefined ? 'failed'
    : ofRecipients.some((fields) => wordOf(fields, 'action') === 'delayed') ? 'delayed'
    : ofRecipients.some((fields) => /^(delivered|relayed|expanded)$/.test(wordOf(fields, 'action'))) ? 'arrived'
    : null
  if (outcome === null || ofMessage === undefined) throw invalidInput('report_none')
  const back = mail.attachments.filter(({ mimeType }) => mimeType !== status.mimeType).map(textOf).map(headerBlock)
  const names = [
    ofMessage.get('original-envelope-id') ?? '',
    ...back.map((fields) => fields.get('message-id') ?? ''),
    ...['to', 'delivered-to', 'x-original-to'].map((name) => headerOf(mail, name)),
  ]
  return { outcome, code: codeOf(failed), tokens: [...new Set(names.flatMap(messageTokensIn))] }
}

/** @throws AppError `report_none`: what nests too deep or is no mail at all is no report either */
async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true, maxNestingDepth: 10, maxHeadersSize: 65_536, attachmentEncoding: 'utf8',
    })
  } catch {
    throw invalidInput('report_none')
  }
}

const headerOf = (mail: Email, key: string): string =>
  mail.headers.filter((header) => header.key === key).map(({ value }) => value).join(' ')

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)

type Fields = ReadonlyMap<string, string>

/** Groups of `Name: value` lines with empty lines between them: of the message first, then one for each recipient. */
const fieldGroups = (text: string): Fields[] =>
  text.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/).map(fieldsOf).filter((fields) => fields.size > 0)

/** The header of a message that came back, or came back as its header alone. */
const headerBlock = (text: string): Fields => fieldsOf(text.replaceAll('\r\n', '\n').trimStart().split('\n\n', 1)[0] ?? '')

/** By lower-case name; a folded line goes on with the one before it, and the first of two alike counts. */
function fieldsOf(block: string): Fields {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? []
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim())
  }
  return fields
}

/** A field's value without comments, in lower case. */
const wordOf = (fields: Fields, name: string): string =>
  (fields.get(name) ?? '').replace(/\([^()]*\)/g, '').trim().toLowerCase()

/** The status of who was not reached; a report that names none, or one that says "done", says no more than that. */
function codeOf(fields: Fields | undefined): string {
  const [status = ''] = fields === undefined ? [] : wordOf(fields, 'status').split(/\s/)
  return bounceCodePattern.test(status) ? status : '5.0.0'
}
