/** `/settings/jobs`: what the worker has to do and how it fares. */
export interface JobRoomView {
  now: number
  /** The worker's last sign of life, epoch ms; null: never. */
  workerSeenAt: number | null
  /** Not seen for so long that it does not run. */
  workerLate: boolean
  /** When the job that waits longest was due, epoch ms; null where none is due. */
  oldestDueAt: number | null
  kinds: JobKindView[]
  /** Newest first: these became work for a supervisor. */
  gaveUp: GivenUpJobView[]
}

export interface JobKindView {
  kind: string
  /** Due, and not tried yet. */
  queued: number
  /** For a time that has not come. */
  later: number
  running: number
  /** Failed, and to be tried again. */
  retrying: number
  gaveUp: number
  /** Done within the last 24 hours. */
  done: number
}

export interface GivenUpJobView {
  jobId: string
  kind: string
  /** A code. */
  fault: string
  attempts: number
  madeAt: number
  endedAt: number | null
}
