/** How many there are of each, for monitoring; nothing of a person. */
export interface DeskFigures {
  readonly requestsByState: Readonly<Record<string, number>>
  readonly pastDue: number
  readonly jobsByState: Readonly<Record<string, number>>
  /** Entries of the registry that were not superseded. */
  readonly registryEntries: number
  readonly openWorkItems: number
  readonly leaves: number
  readonly unsealed: number
}

/** The jobs of one kind by how they stand. */
export interface JobsOfKind {
  readonly kind: string
  readonly queued: number
  readonly later: number
  readonly running: number
  readonly retrying: number
  readonly gaveUp: number
  readonly done: number
}

/** A job that became work for a person. */
export interface GivenUpJob {
  readonly jobId: string
  readonly kind: string
  readonly fault: string
  readonly attempts: number
  readonly madeAt: number
  readonly endedAt: number | null
}

/** What is waiting or stuck in this database: counts and times, nothing of a person. */
export interface HealthStore {
  /** Jobs that gave up, or whose time came more than `lateMs` ago. */
  stuckJobs(now: number, lateMs: number): Promise<number>
  /** When the oldest entry that has no leaf yet was written, epoch ms; null when all are numbered. */
  oldestUnsealed(): Promise<number | null>
  /** How many entries have a leaf. */
  leaves(): Promise<number>
  figures(now: number): Promise<DeskFigures>
  /** Jobs by kind, those done only since a time; and when the one that waits longest was due. Epoch ms. */
  jobs(now: number, doneSince: number): Promise<{ kinds: readonly JobsOfKind[]; oldestDueAt: number | null }>
  /** Jobs that gave up, newest first. */
  gaveUp(limit: number): Promise<readonly GivenUpJob[]>
  /** What hangs on each key: subject keys by master version, tags by registry generation, leaves under the log's. */
  keyUse(): Promise<{
    readonly subjectKeys: Readonly<Record<string, number>>
    readonly tags: Readonly<Record<string, number>>
    readonly leaves: number
  }>
}
