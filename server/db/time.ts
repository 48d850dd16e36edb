/** Epoch ms → what Prisma stores. */
export const toDate = (ms: number): Date => new Date(ms)

/** Epoch ms or nothing → what Prisma stores. */
export const toDateOrNull = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))

/** What Prisma read → epoch ms. */
export const toMs = (date: Date): number => date.getTime()

/** What Prisma read → epoch ms, or nothing. */
export const toMsOrNull = (date: Date | null): number | null => date?.getTime() ?? null
