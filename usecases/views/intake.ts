import type { ServiceRef } from './phrase.ts'

/** `/intake`: what a letter, a visit or an e-mail can ask for. */
export interface IntakeView {
  /** Today in the law's zone of the desk, `YYYY-MM-DD`: nothing is received later. */
  today: string
  services: ServiceRef[]
}

export const intakeChannels = ['letter', 'branch', 'email'] as const
export const intakeKinds = ['deletion', 'deregistration', 'access'] as const

/** What was taken in: the case, and whether exactly one person fits what the letter says. */
export interface TakenIn {
  caseCode: string
  version: number
  found: 'none' | 'one' | 'several'
  /** Whether whoever wrote gave a contact: without one nobody can be told anything. */
  hasContact: boolean
}
