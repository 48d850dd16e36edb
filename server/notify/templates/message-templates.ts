import type { ExtensionReason } from '#domain/law/law-row.ts'
import type { NoticeTemplate } from '#domain/request/effects.ts'

/** What the person is told at the contacts on file when a caller claims to have lost one, or to act for them. */
type CallerNotice = 'contact_reported_lost' | 'represented'

/** What verifies whoever holds a contact: a code to be read out, a link in a call, and one about a case. */
type AskedOnce = 'one_time_code' | 'one_time_link' | 'one_time_link_case'

/**
 * The words of every message in one language. None names a service, and the subject says nothing at all: a message is
 * read by whoever holds the telephone (domain book §4, 11). `{caseCode}`, `{code}`, `{receipt}`, `{until}`, `{link}`,
 * `{reason}`, `{remedies}` and `{consequence}` are filled in; the last three by whole sentences.
 */
export interface MessageTemplates {
  readonly subject: string
  readonly texts: Readonly<Record<NoticeTemplate | CallerNotice | AskedOnce | 'receipt', string>>
  /** Why an answer takes longer. */
  readonly reasons: Readonly<Record<ExtensionReason, string>>
  /** What a deletion leads to for good, in words that name no service. */
  readonly consequences: Readonly<Record<'barred' | 'not_barred', string>>
  /** What a refused person may still do, by the codes of a rejection. Codes that ask for the same share a sentence. */
  readonly remedies: Readonly<Record<string, string>>
}
