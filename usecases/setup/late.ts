/** A job whose time came this long ago is stuck: the worker looks every second. */
export const jobLateMs = 10 * 60_000

/** An entry is numbered within a second (house book, sealer); this long says that the sealer does not run. */
export const unsealedLateMs = 60_000
