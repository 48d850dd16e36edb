import type { NoticeTemplate } from '#domain/request/effects.ts'

/** What the person is told at the contacts on file when a caller claims to have lost one, or to act for them. */
type CallerNotice = 'contact_reported_lost' | 'represented'

/**
 * The words of every message in one language. None names a service, and the subject says nothing at all: a message is
 * read by whoever holds the telephone (domain book §4, 11). `{caseCode}`, `{code}` and `{receipt}` are filled in.
 */
export interface MessageTemplates {
  readonly subject: string
  readonly texts: Readonly<Record<NoticeTemplate | CallerNotice | 'one_time_code' | 'receipt', string>>
}
