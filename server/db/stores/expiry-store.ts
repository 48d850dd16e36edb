import type { Expired, ExpiryStore, PastAt } from '#usecases/ports/expiry-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'

/** Bulk writers take at most so many rows a transaction (house book, Jobs). */
const atOnce = 1_000

/** How long a job that is done is remembered, in ms: its key keeps the same work from being enqueued again. */
const jobsStayMs = 90 * 86_400_000

/** What was typed and never sent is kept so long, in ms. */
const draftsStayMs = 7 * 86_400_000

const reviewsSql = `
  SELECT r.call_id FROM call_review r LEFT JOIN "call" c ON c.id = r.call_id
  WHERE c.id IS NULL OR c.started_at < ? LIMIT ?`

/** Ends rows at their dates. */
export function expiryStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): ExpiryStore {
  const found = async ({ now, callsSince }: PastAt) => {
    const past = { where: { expiresAt: { lte: toDate(now) } }, take: atOnce }
    const done = { where: { state: 'done', endedAt: { lte: toDate(now - jobsStayMs) } }, take: atOnce, select: { id: true } }
    const typed = { where: { savedAt: { lte: toDate(now - draftsStayMs) } }, take: atOnce, select: { id: true } }
    const [sealed, salts, answers, jobs, drafts, reviews] = await Promise.all([
      tx.sealed.findMany({ ...past, select: { id: true } }),
      tx.auditSalt.findMany({ ...past, select: { entryId: true, name: true } }),
      tx.idempotencyKey.findMany({ ...past, select: { clientId: true, key: true } }),
      tx.job.findMany(done),
      tx.draft.findMany(typed),
      raw.all<{ call_id: string }>(reviewsSql, [toDate(callsSince), atOnce]),
    ])
    return { sealed, salts, answers, jobs, drafts, reviews }
  }
  const counts = ({ sealed, salts, answers, jobs, drafts, reviews }: Awaited<ReturnType<typeof found>>): Expired => ({
    sealed: sealed.length, salts: salts.length, answers: answers.length, jobs: jobs.length, drafts: drafts.length,
    reviews: reviews.length,
  })
  return {
    async past(at): Promise<Expired> {
      return counts(await found(at))
    },
    async end(at): Promise<Expired> {
      const past = await found(at)
      const { sealed, salts, answers, jobs, drafts, reviews } = past
      const ids = (rows: readonly { id: string }[]) => ({ where: { id: { in: rows.map((row) => row.id) } } })
      await tx.sealed.deleteMany(ids(sealed))
      await tx.job.deleteMany(ids(jobs))
      await tx.draft.deleteMany(ids(drafts))
      await tx.callReview.deleteMany({ where: { callId: { in: reviews.map((one) => one.call_id) } } })
      for (const salt of salts) await tx.auditSalt.deleteMany({ where: salt })
      for (const answer of answers) await tx.idempotencyKey.deleteMany({ where: answer })
      return counts(past)
    },
  }
}
