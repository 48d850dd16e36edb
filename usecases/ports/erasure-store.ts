import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'

/** A computed plan: no value of a person in it. */
export interface PlanRecord {
  readonly id: string
  readonly requestId: string
  readonly hash: string
  readonly plan: ErasurePlan
  readonly computedAt: number
  readonly frozenAt: number | null
}

export type TaskState =
  | 'planned' | 'running' | 'done' | 'failed' | 'gave_up' | 'informed' | 'stopped' | 'dropped'
  /** Erased outside by people, two of whom stand for it. */
  | 'by_hand'

/** States in which nothing of a task is left to do. */
export const endedTasks: ReadonlySet<TaskState> = new Set(['done', 'informed', 'dropped', 'by_hand'])

/** One system's part of an erasure. */
export interface TaskRecord {
  readonly id: string
  readonly requestId: string
  readonly system: string
  readonly step: string
  readonly state: TaskState
  /** Stable per (request, system, step): a repeated call outside carries the same one. */
  readonly idempotencyKey: string
  readonly found: number
  readonly deleted: number
  readonly masked: number
  readonly kept: number
  readonly attempts: number
  /** A code, never a driver's message. */
  readonly fault: string | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly version: number
  /** Erased by hand: the reference of what shows it, who said so, and who confirmed. */
  readonly evidence: string | null
  readonly proposedBy: string | null
  readonly confirmedBy: string | null
}

export interface RecheckRecord {
  readonly requestId: string
  readonly system: string
  readonly round: number
  readonly at: number
  readonly clean: boolean
  readonly leftovers: readonly { readonly collection: string; readonly rows: number }[]
}

export interface CertificateRecord {
  readonly id: string
  readonly requestId: string
  /** RFC 8785 bytes. */
  readonly body: Uint8Array
  readonly signature: Uint8Array
  readonly receiptSha256: Uint8Array
  readonly issuedAt: number
}

/**
 * What is sealed apart: keys to ask again by, one contact, of somebody who has no key of their own what they said and
 * what they were answered, and the ids of those of whom a letter may mean one.
 */
export type SealedKind = 'keys' | 'contact' | 'words' | 'answer' | 'possible'

/** Plans, tasks, re-checks and certificates. */
export interface ErasureStore {
  latestPlan(requestId: string): Promise<PlanRecord | null>
  /** The newest plan that was there at a moment. */
  planAt(requestId: string, at: number): Promise<PlanRecord | null>
  /** The newest plan of this hash that was there at a moment: whom it marks one by one is no part of the hash. */
  planWithHash(requestId: string, hash: string, at: number): Promise<PlanRecord | null>
  frozenPlan(requestId: string): Promise<PlanRecord | null>
  addPlan(plan: Omit<PlanRecord, 'frozenAt'>): Promise<void>
  /** Marks the newest plan with this hash as the frozen one. @throws Conflict when there is none */
  freezePlan(requestId: string, hash: string, now: number): Promise<void>
  tasks(requestId: string): Promise<readonly TaskRecord[]>
  /** Adds what is missing; a task that exists keeps its row and its idempotency key. */
  ensureTasks(requestId: string, systems: readonly string[], step: string, now: number): Promise<void>
  /** Conditional on the version that was read. @throws Conflict */
  saveTask(task: TaskRecord): Promise<void>
  /** Moves every task in one of these states to another; how many. */
  moveTasks(requestId: string, from: readonly TaskState[], to: TaskState): Promise<number>
  /** What the worker takes up of a request, and when: a system's task, or asking all of them again (`system` null). */
  scheduled(requestId: string): Promise<readonly { readonly system: string | null; readonly at: number }[]>
  addRecheck(recheck: RecheckRecord): Promise<void>
  rechecks(requestId: string): Promise<readonly RecheckRecord[]>
  addCertificate(certificate: CertificateRecord): Promise<void>
  certificates(requestId: string): Promise<readonly CertificateRecord[]>
  /** The certificate whose receipt has this SHA-256. */
  certificateByReceipt(sha256: Uint8Array): Promise<CertificateRecord | null>
  /**
   * Seals a text beside the subject's key, until a date. `requestId` is the case it belongs to, or, while there is none
   * yet, the code that went to a stated contact.
   */
  seal(
    sealed: { requestId: string; kind: SealedKind; system: string | null; text: string; expiresAt: number },
  ): Promise<void>
  sealed(requestId: string, kind: SealedKind, system: string | null): Promise<string | null>
  /** Of a case that is over, all that was sealed for whom it is about ends then. */
  endSealedAt(requestId: string, at: number): Promise<void>
  endSealedOf(requestId: string, kind: SealedKind): Promise<void>
}
