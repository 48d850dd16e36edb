import type { ServiceRef } from './phrase.ts'

/** `/intake`: what a letter, a visit or an e-mail can ask for. */
export interface IntakeView {
  /** Today in the law's zone of the desk, `YYYY-MM-DD`: nothing is received later. */
  today: string
  services: ServiceRef[]
  /** What can be said no to by itself: no service rests on it. */
  purposes: { key: string; title: string }[]
}

export const intakeChannels = ['letter', 'branch', 'email'] as const
/** What costs the person nothing stands before what does. */
export const intakeKinds = [
  'void_enrolment', 'consent_withdrawal', 'deregistration', 'access', 'objection', 'deletion',
] as const
export type IntakeKind = (typeof intakeKinds)[number]

/** What has to be named beside a kind: a service, or also the account; one purpose; the code of a case. */
export const intakeAsks = {
  void_enrolment: 'service',
  consent_withdrawal: 'purpose',
  deregistration: 'service',
  access: 'scope',
  objection: 'case',
  deletion: 'scope',
} as const satisfies Record<IntakeKind, string>

/** What was taken in: the case, and whether exactly one person fits what the letter says. */
export interface TakenIn {
  caseCode: string
  version: number
  found: 'none' | 'one' | 'several'
  /** Whether whoever wrote gave a contact: without one nobody can be told anything. */
  hasContact: boolean
}
