import type { AgentFigures } from '#domain/review/above-usual.ts'
import type { CallReviewRecord, ReviewedCall, ReviewStore, ReviewVerdict } from '#usecases/ports/review-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toMs } from '../time.ts'

interface CallRow {
  readonly id: string
  readonly human_ref: string
  readonly started_at: string
  readonly ended_at: string | null
  readonly outcome: string | null
  readonly found: ReviewedCall['found']
  readonly level: number
  readonly reveals: number
  readonly cases: number
  readonly verdict: ReviewVerdict | null
  readonly reviewed_by: string | null
  readonly reviewed_at: string | null
}

interface FiguresRow {
  readonly agent: string
  readonly days: number
  readonly calls: number
  readonly look_ups: number
  readonly reveals: number
  readonly outside: number
  readonly outside_days: number
  readonly outside_without_case: number
}

/** Outcomes that do not explain a look-up whatever it found; the others are seen where a field was shown. */
const doubtful = `'not_found', 'not_verified', 'wrong_number', 'request_opened', 'promised_call'`

/**
 * Who saw most in a call: whoever had a field shown, else whoever looked somebody up, the first one of them. Whoever
 * has the call now may have taken it over from them.
 */
const whoLooked = `
    COALESCE((SELECT s.human_ref FROM audit_entry w JOIN staff s ON s.id = w.actor_id
      WHERE w.call_id = c.id AND w.what IN ('person.looked_up', 'person.revealed') AND w.outcome = 'ok'
      ORDER BY w.what DESC, w.at, w.id LIMIT 1), c.human_ref)`

/** What only who holds a call does in it. */
const heldBy = ['call.opened', 'call.taken_over', 'call.resumed', 'person.looked_up', 'person.revealed']

/**
 * From the entries of look-ups to their calls, by the log's index of codes and times: there is none over the calls'
 * own times, since a look-up would pay for it.
 */
const callsSql = `
  WITH looked AS (
    SELECT DISTINCT call_id FROM audit_entry
    WHERE what = 'person.looked_up' AND at >= ? AND outcome = 'ok' AND call_id IS NOT NULL
  ), shown AS (
    SELECT call_id, COUNT(*) AS reveals FROM audit_entry
    WHERE what = 'person.revealed' AND at >= ? AND outcome = 'ok' AND call_id IS NOT NULL GROUP BY call_id
  )
  SELECT c.id, ${whoLooked} AS human_ref, c.started_at, c.ended_at, c.outcome, c.found, r.verdict, r.reviewed_by, r.reviewed_at,
    COALESCE(s.reveals, 0) AS reveals,
    COALESCE((SELECT MAX(g.level) FROM call_subject g WHERE g.call_id = c.id), 0) AS level,
    (SELECT COUNT(DISTINCT e.case_code) FROM audit_entry e WHERE e.call_id = c.id AND e.outcome = 'ok') AS cases
  FROM looked JOIN "call" c ON c.id = looked.call_id
    LEFT JOIN shown s ON s.call_id = c.id
    LEFT JOIN call_review r ON r.call_id = c.id
  WHERE c.outcome IS NULL OR c.outcome IN (${doubtful}) OR s.reveals > 0
  ORDER BY c.started_at DESC, c.id
  LIMIT ?`

const dayOf = 'SUBSTR(CAST(e.at AS TEXT), 1, 10)'

/** Who looks somebody up without a call does so by themselves: to ask for a mark. */
const isOutside = `e.call_id IS NULL AND e.what = 'person.looked_up'`

const figuresSql = `
  SELECT s.human_ref AS agent, COUNT(DISTINCT e.call_id) AS calls,
    COUNT(DISTINCT CASE WHEN e.call_id IS NOT NULL THEN ${dayOf} END) AS days,
    SUM(CASE WHEN e.call_id IS NOT NULL AND e.what = 'person.looked_up' THEN 1 ELSE 0 END) AS look_ups,
    SUM(CASE WHEN e.call_id IS NOT NULL AND e.what = 'person.revealed' THEN 1 ELSE 0 END) AS reveals,
    SUM(CASE WHEN ${isOutside} THEN 1 ELSE 0 END) AS outside,
    COUNT(DISTINCT CASE WHEN ${isOutside} THEN ${dayOf} END) AS outside_days,
    SUM(CASE WHEN ${isOutside} AND e.case_code IS NULL THEN 1 ELSE 0 END) AS outside_without_case
  FROM audit_entry e JOIN staff s ON s.id = e.actor_id
  WHERE e.what IN ('person.looked_up', 'person.revealed') AND e.at >= ? AND e.outcome = 'ok'
    AND (e.call_id IS NOT NULL OR e.what = 'person.looked_up')
  GROUP BY s.human_ref
  ORDER BY s.human_ref`

const fromIso = (text: string | null): number | null => (text === null ? null : Date.parse(text))

const callOf = (row: CallRow): ReviewedCall => ({
  callId: row.id,
  humanRef: row.human_ref,
  startedAt: Date.parse(row.started_at),
  endedAt: fromIso(row.ended_at),
  outcome: row.outcome,
  found: row.found,
  level: row.level,
  reveals: row.reveals,
  cases: row.cases,
  review: row.verdict === null
    ? null
    : { callId: row.id, verdict: row.verdict, by: row.reviewed_by ?? '', at: fromIso(row.reviewed_at) ?? 0 },
})

/** Calls to look at, what each agent did, and what was found. */
export function reviewStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): ReviewStore {
  return {
    async calls(since, limit) {
      const from = toDate(since)
      return (await raw.all<CallRow>(callsSql, [from, from, limit])).map(callOf)
    },
    async figures(since): Promise<AgentFigures[]> {
      const rows = await raw.all<FiguresRow>(figuresSql, [toDate(since)])
      return rows.map((row) => ({
        agent: row.agent, days: row.days, calls: row.calls, lookUps: row.look_ups, reveals: row.reveals,
        outside: row.outside, outsideDays: row.outside_days, outsideWithoutCase: row.outside_without_case,
      }))
    },
    async holders(callIds) {
      const held = await tx.auditEntry.findMany({
        where: { callId: { in: [...callIds] }, what: { in: heldBy }, outcome: 'ok', actorType: 'staff' },
        distinct: ['callId', 'actorId'],
        select: { callId: true, actorId: true },
      })
      const calls = await tx.call.findMany({
        where: { id: { in: [...callIds] } },
        select: { id: true, humanRef: true },
      })
      const staff = await tx.staff.findMany({
        where: { id: { in: [...new Set(held.map(({ actorId }) => actorId))] } },
        select: { id: true, humanRef: true },
      })
      const humans = new Map(staff.map(({ id, humanRef }) => [id, humanRef]))
      const found = new Map(calls.map(({ id, humanRef }) => [id, new Set([humanRef])]))
      for (const { callId, actorId } of held) found.get(callId ?? '')?.add(humans.get(actorId) ?? actorId)
      return found
    },
    async review(callId): Promise<CallReviewRecord | null> {
      const row = await tx.callReview.findUnique({ where: { callId } })
      if (row === null) return null
      return { callId, verdict: row.verdict as ReviewVerdict, by: row.reviewedBy, at: toMs(row.reviewedAt) }
    },
    async putReview({ callId, verdict, by, at }) {
      const data = { verdict, reviewedBy: by, reviewedAt: toDate(at) }
      await tx.callReview.upsert({ where: { callId }, create: { callId, ...data }, update: data })
    },
  }
}
