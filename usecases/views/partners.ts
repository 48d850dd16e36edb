import type { Lateness, WaitReason } from '#domain/partner/waiting-case.ts'
import type { Letter } from '#domain/partner/letter.ts'
import type { RequestKindCode } from './request-words.ts'

/** `/partners`: systems that make cases late, the cases behind each, and the letter to whoever runs it. */
export interface PartnersView {
  now: number
  /** Systems that keep a case waiting for more than their work. */
  systems: LateSystemView[]
  /** How many further systems have work and answer. */
  others: number
  rule: { recheckHours: number; riskHours: number }
}

export interface LateSystemView {
  system: string
  role: 'own' | 'processor' | 'recipient'
  /** An office's address; null where none is on file. */
  contact: string | null
  usualHours: number
  /** Since when it does not answer, epoch ms, and how many whole days; null while it answers. */
  silentSince: number | null
  silentDays: number | null
  cases: WaitingCaseView[]
  people: number
  /** How many of the cases are late, or will be. */
  late: number
  lastLetter: { at: number; by: string; locale: string } | null
  /** Ready to send, in every language there is one. */
  letters: Letter[]
}

export interface WaitingCaseView {
  caseCode: string
  kind: RequestKindCode
  reason: WaitReason
  askedAt: number | null
  attempts: number
  dueAt: number
  lateness: Lateness
}
