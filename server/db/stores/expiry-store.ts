import { unfinishedStates } from '#domain/request/states.ts'
import { checkLivesMs } from '#domain/verification/caller-check.ts'
import { draftStaysMs, ownKeyDraftStaysMs } from '#usecases/draft/draft-stays.ts'
import type { Expired, ExpiryStore, PastAt } from '#usecases/ports/expiry-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'

/** Bulk writers take at most so many rows a transaction (house book, Jobs). */
const atOnce = 1_000

/** How long a job that is done is remembered, in ms: its key keeps the same work from being enqueued again. */
const jobsStayMs = 90 * 86_400_000

/** A call that was offered and that nobody took is remembered so long, in ms: nobody can take it any more. */
const offersStayMs = 86_400_000

/** A one-time link that is over is remembered so long, in ms: no contact gets too many. */
const linksStayMs = 86_400_000

const reviewsSql = `
  SELECT r.call_id FROM call_review r LEFT JOIN "call" c ON c.id = r.call_id
  WHERE c.id IS NULL OR c.started_at < ? LIMIT ?`

/**
 * What is sealed, by its date. The keys of rows that a hold keeps have none: they stay until the hold is lifted and the
 * rows are gone.
 */
const sealedSql = `
  SELECT s.id FROM sealed s
  WHERE s.expires_at <= ? AND NOT (s.kind = 'keys' AND EXISTS (
    SELECT 1 FROM request r WHERE r.id = s.request_id AND r.state = 'completed' AND r.settled_at IS NULL AND r.records_ended_at IS NULL))
  LIMIT ?`

/** Ends rows at their dates. */
export function expiryStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): ExpiryStore {
  /**
   * Claims of callers on which no call can rest any more: refused, ended, over. One that was objected to waits for its
   * answer; an unfinished case says how its caller was verified; and who died is never marked (invariant 4).
   */
  async function checksOver(now: number): Promise<{ id: string }[]> {
    const rows = await tx.callerCheck.findMany({
      where: {
        opensAt: { lte: toDate(now - checkLivesMs) },
        state: { not: 'objected' },
        NOT: { kind: 'authority', capacity: 'heir', state: 'checked' },
      },
      orderBy: { opensAt: 'asc' },
      select: { id: true, subjectId: true },
    })
    const links = await tx.requestSubject.findMany({ where: { subjectId: { in: rows.map((row) => row.subjectId) } } })
    const open = await tx.request.findMany({
      where: { id: { in: links.map((link) => link.requestId) }, state: { in: [...unfinishedStates] } },
      select: { id: true },
    })
    const running = new Set(open.map(({ id }) => id))
    const kept = new Set(links.filter(({ requestId }) => running.has(requestId)).map(({ subjectId }) => subjectId))
    return rows.filter(({ subjectId }) => !kept.has(subjectId)).slice(0, atOnce)
  }
  const found = async ({ now, callsSince }: PastAt) => {
    const past = { where: { expiresAt: { lte: toDate(now) } }, take: atOnce }
    const done = { where: { state: 'done', endedAt: { lte: toDate(now - jobsStayMs) } }, take: atOnce, select: { id: true } }
    const typed = {
      where: {
        OR: [
          { savedAt: { lte: toDate(now - draftStaysMs) } },
          { savedAt: { lte: toDate(now - ownKeyDraftStaysMs) }, ownKey: { not: null } },
        ],
      },
      take: atOnce,
      select: { id: true },
    }
    const offered = {
      where: { offeredAt: { lte: toDate(now - offersStayMs) } }, take: atOnce, select: { callId: true },
    }
    // A yes about a case is what it was verified by, and stays with it; of the others some count how many were sent.
    const answered = { expiresAt: { lte: toDate(now - linksStayMs) }, NOT: { outcome: 'confirmed', requestId: { not: null } } }
    const [sealed, salts, answers, jobs, drafts, reviews, checks, offers, links, oneTime] = await Promise.all([
      raw.all<{ id: string }>(sealedSql, [toDate(now), atOnce]),
      tx.auditSalt.findMany({ ...past, select: { entryId: true, name: true } }),
      tx.idempotencyKey.findMany({ ...past, select: { clientId: true, key: true } }),
      tx.job.findMany(done),
      tx.draft.findMany(typed),
      raw.all<{ call_id: string }>(reviewsSql, [toDate(callsSince), atOnce]),
      checksOver(now),
      tx.callOffer.findMany(offered),
      tx.readingLink.findMany({ ...past, select: { id: true } }),
      tx.oneTimeLink.findMany({ where: answered, take: atOnce, select: { id: true } }),
    ])
    return { sealed, salts, answers, jobs, drafts, reviews, checks, offers, links, oneTime }
  }
  const counts = (past: Awaited<ReturnType<typeof found>>): Expired => ({
    sealed: past.sealed.length, salts: past.salts.length, answers: past.answers.length, jobs: past.jobs.length,
    drafts: past.drafts.length, reviews: past.reviews.length, checks: past.checks.length, offers: past.offers.length,
    links: past.links.length + past.oneTime.length,
  })
  return {
    async past(at): Promise<Expired> {
      return counts(await found(at))
    },
    async end(at): Promise<Expired> {
      const past = await found(at)
      const { sealed, salts, answers, jobs, drafts, reviews, checks, offers, links, oneTime } = past
      const ids = (rows: readonly { id: string }[]) => ({ where: { id: { in: rows.map((row) => row.id) } } })
      await tx.sealed.deleteMany(ids(sealed))
      await tx.job.deleteMany(ids(jobs))
      await tx.draft.deleteMany(ids(drafts))
      await tx.readingLink.deleteMany(ids(links))
      await tx.oneTimeLink.deleteMany(ids(oneTime))
      await tx.callReview.deleteMany({ where: { callId: { in: reviews.map((one) => one.call_id) } } })
      await tx.callerCheck.deleteMany(ids(checks))
      await tx.callOffer.deleteMany({ where: { callId: { in: offers.map(({ callId }) => callId) } } })
      for (const salt of salts) await tx.auditSalt.deleteMany({ where: salt })
      for (const answer of answers) await tx.idempotencyKey.deleteMany({ where: answer })
      return counts(past)
    },
  }
}
