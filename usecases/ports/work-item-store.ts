/** Why a supervisor has to look at something (domain book §4, 12). */
export type WorkItemKind =
  /** An erased external id was sent again: some system did not ask the gate. `ref`: the subject's id. */
  | 'erased_sent_again'
  /** A consent for a service that the person is barred from. `ref`: the subject's id. */
  | 'barred_consent'
  /** A job gave up. `ref`: the job's id. */
  | 'job_gave_up'

export interface WorkItemRecord {
  readonly id: string
  readonly kind: WorkItemKind
  /** An id of ours, never a person's identifier. */
  readonly ref: string
  /** Who sent it: `import`, or a client's id. */
  readonly source: string
  readonly count: number
  readonly firstAt: number
  readonly lastAt: number
  readonly resolvedAt: number | null
  readonly resolvedBy: string | null
  /** Why it needs nobody any more, as a code. */
  readonly resolvedFor: string | null
}

export interface WorkItemStore {
  /** Opens one, or counts once more on the same one; a resolved one is open again. */
  raise(item: Pick<WorkItemRecord, 'kind' | 'ref' | 'source'>, now: number): Promise<void>
  /** What is unresolved, the oldest first. */
  open(limit: number): Promise<readonly WorkItemRecord[]>
  get(id: string): Promise<WorkItemRecord | null>
  /** Ends one once; false when somebody did already. */
  resolve(resolved: { id: string; by: string; reason: string; now: number }): Promise<boolean>
}
