import type { Expired, ExpiryStore } from '#usecases/ports/expiry-store.ts'
import type { Tx } from '../client.ts'
import { toDate } from '../time.ts'

/** Bulk writers take at most so many rows a transaction (house book, Jobs). */
const atOnce = 1_000

/** How long a job that is done is remembered, in ms: its key keeps the same work from being enqueued again. */
const jobsStayMs = 90 * 86_400_000

/** What was typed and never sent is kept so long, in ms. */
const draftsStayMs = 7 * 86_400_000

/** Ends rows at their dates. */
export function expiryStore(tx: Tx): ExpiryStore {
  const found = async (now: number) => {
    const past = { where: { expiresAt: { lte: toDate(now) } }, take: atOnce }
    const done = { where: { state: 'done', endedAt: { lte: toDate(now - jobsStayMs) } }, take: atOnce, select: { id: true } }
    const typed = { where: { savedAt: { lte: toDate(now - draftsStayMs) } }, take: atOnce, select: { id: true } }
    const [sealed, salts, answers, jobs, drafts] = await Promise.all([
      tx.sealed.findMany({ ...past, select: { id: true } }),
      tx.auditSalt.findMany({ ...past, select: { entryId: true, name: true } }),
      tx.idempotencyKey.findMany({ ...past, select: { clientId: true, key: true } }),
      tx.job.findMany(done),
      tx.draft.findMany(typed),
    ])
    return { sealed, salts, answers, jobs, drafts }
  }
  const counts = ({ sealed, salts, answers, jobs, drafts }: Awaited<ReturnType<typeof found>>): Expired => ({
    sealed: sealed.length, salts: salts.length, answers: answers.length, jobs: jobs.length, drafts: drafts.length,
  })
  return {
    async past(now): Promise<Expired> {
      return counts(await found(now))
    },
    async end(now): Promise<Expired> {
      const past = await found(now)
      const { sealed, salts, answers, jobs, drafts } = past
      const ids = (rows: readonly { id: string }[]) => ({ where: { id: { in: rows.map((row) => row.id) } } })
      await tx.sealed.deleteMany(ids(sealed))
      await tx.job.deleteMany(ids(jobs))
      await tx.draft.deleteMany(ids(drafts))
      for (const salt of salts) await tx.auditSalt.deleteMany({ where: salt })
      for (const answer of answers) await tx.idempotencyKey.deleteMany({ where: answer })
      return counts(past)
    },
  }
}
