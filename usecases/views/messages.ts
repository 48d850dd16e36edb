import type { MessageState } from '../ports/notification-store.ts'
/** `/settings/messages`: how messages to people fared; never what one said, or to whom. */
export interface MessageRoomView {
  now: number
  /** What `counts` looks back over. */
  countedDays: number
  /** Since when the longest waiting message waits, epoch ms. */
  waitingSince: number | null
  /** A demo without mail or SMS sends nothing: its outbox is the screen. */
  isDemo: boolean
  counts: { template: string; state: MessageState; count: number }[]
  /** Failed or bounced, newest first; without one-time codes, which are never sent again: the call asks for another. */
  failed: FailedMessageView[]
}

/** A message that reached nobody. */
export interface UndeliveredView {
  template: string
  channel: 'sms' | 'email'
  /** It had left, and came back. */
  bounced: boolean
  madeAt: number
  /** A code; its sentence is `fault.<code>` in `messages`. */
  fault: string
  /** The mail server's enhanced status (RFC 3463), as `5.1.1`. */
  status: string | null
}

export interface FailedMessageView extends UndeliveredView {
  notificationId: string
  locale: string
  caseCode: string | null
}

/** The words of one kind of message in one language, with its holes as `{caseCode}`, `{code}`, `{receipt}`. */
export interface MessageWordsView { locale: string; subject: string; text: string }

/** One kind of message, in every language that there are words in. */
export interface MessageTemplateView { template: string; words: MessageWordsView[] }

/** Which ways out of the house are configured. */
export interface WaysOutView { mail: boolean; sms: boolean }

export interface RetryMessageInput { notificationId: string }
