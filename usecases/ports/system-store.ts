import type { TrialAnswer } from './connector.ts'

/** What trying an erasure on an invented person found, and when (epoch ms). */
export interface SystemCheck {
  readonly at: number
  readonly answer: TrialAnswer
}

/** Somewhere that holds the person's data, and how it is described. */
export interface SystemRecord {
  readonly id: string
  readonly name: string
  readonly role: 'own' | 'processor' | 'recipient'
  readonly kind: 'sqlite' | 'postgresql'
  /** May carry a password: it is stored sealed and never shown. */
  readonly url: string
  /** fideslang dataset, YAML. */
  readonly dataset: string
  /** Policy, YAML; empty: the shipped default. */
  readonly policy: string
  readonly usualHours: number
  /** Where a letter about silence goes; null where nobody said. */
  readonly contact: string | null
  readonly addedAt: number
  readonly version: number
  /** Null until it was checked. */
  readonly lastCheck: SystemCheck | null
}

export interface SystemStore {
  list(): Promise<readonly SystemRecord[]>
  byName(name: string): Promise<SystemRecord | null>
  add(system: Omit<SystemRecord, 'version' | 'lastCheck' | 'contact'>, addedBy: string): Promise<void>
  /** Keeps the newest check of a system. */
  keepCheck(name: string, check: SystemCheck): Promise<void>
}
