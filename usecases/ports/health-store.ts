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

/** What is waiting or stuck in this database: counts and times, nothing of a person. */
export interface HealthStore {
  /** Jobs that gave up, or whose time came more than `lateMs` ago. */
  stuckJobs(now: number, lateMs: number): Promise<number>
  /** When the oldest entry that has no leaf yet was written, epoch ms; null when all are numbered. */
  oldestUnsealed(): Promise<number | null>
  /** How many entries have a leaf. */
  leaves(): Promise<number>
  figures(now: number): Promise<DeskFigures>
}
