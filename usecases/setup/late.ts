/** A job whose time came this long ago is stuck: the worker looks every second. */
export const jobLateMs = 10 * 60_000

/** An entry is numbered within a second (house book, sealer); this long says that the sealer does not run. */
export const unsealedLateMs = 60_000

/** The row of `meta` in which the worker leaves its last sign of life, as ISO 8601; `workerSeenEveryMs` apart. */
export const workerSeenKey = 'worker_seen_at'
export const workerSeenEveryMs = 10_000

/** A worker that was not seen for this long does not run: nothing is erased, sent or numbered. */
export const workerLateMs = 6 * workerSeenEveryMs
