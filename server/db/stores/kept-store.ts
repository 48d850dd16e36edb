import { unfinishedStates } from '#domain/request/states.ts'
import type { CaseOver, KeptStore, RowsEnded } from '#usecases/ports/kept-store.ts'
import type { RawParam } from '../raw.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'

const states = unfinishedStates.map((state) => `'${state}'`).join(', ')

/** Somebody of whom nothing ends now: the column that names them is put in. Each part is found by an index. */
const busy = (subject: string) => `(
  EXISTS (SELECT 1 FROM legal_hold h WHERE h.subject_id = ${subject} AND h.lifted_at IS NULL)
  OR EXISTS (SELECT 1 FROM caller_check k WHERE k.subject_id = ${subject} AND k.state IN ('waiting', 'objected'))
  OR EXISTS (SELECT 1 FROM work_item w WHERE w.kind IN ('erased_sent_again', 'barred_consent')
    AND w.ref = ${subject} AND w.resolved_at IS NULL)
  OR EXISTS (SELECT 1 FROM request_subject bs JOIN request b ON b.id = bs.request_id
    WHERE bs.subject_id = ${subject} AND b.state IN (${states})))`

/**
 * Cases by the index of when they were settled. One that another case is about stays as long as that one; and what was
 * said about a case stays until it is decided whether it was carried out in error.
 */
const casesSql = `
  SELECT r.id AS id, r.case_code AS "caseCode" FROM request r
  WHERE r.settled_at < ?
    AND NOT EXISTS (SELECT 1 FROM request o WHERE o.about = r.id AND o.records_ended_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM registry_entry e JOIN request o ON o.about = e.id
      WHERE e.request_id = r.id AND o.records_ended_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM request a WHERE a.id = r.about AND a.objection_upheld AND a.state = 'completed'
      AND a.body LIKE '%"erasedInError":null%' AND a.body NOT LIKE '%"reason":"objection_upheld"%')
    AND NOT EXISTS (SELECT 1 FROM request_subject s WHERE s.request_id = r.id AND ${busy('s.subject_id')})
  ORDER BY r.settled_at, r.id LIMIT ?`

/**
 * Calls from who held them, since there is no index over their times alone (a look-up would pay for it). A call stays
 * as long as a case that was opened in it, or that was under way while it went on: the case says how its caller was
 * verified. The join is crossed since SQLite keeps to the order of one that is.
 */
const callsSql = (ended: string) => `
  SELECT c.id AS id FROM staff f CROSS JOIN "call" c
  WHERE c.staff_id = f.id AND ${ended}
    AND NOT EXISTS (SELECT 1 FROM request r WHERE r.call_id = c.id AND r.records_ended_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM call_subject g WHERE g.call_id = c.id AND (${busy('g.subject_id')}
      OR EXISTS (SELECT 1 FROM request_subject s JOIN request r ON r.id = s.request_id
        WHERE s.subject_id = g.subject_id AND r.records_ended_at IS NULL AND r.opened_at <= c.wrapped_up_at
          AND (r.ended_at IS NULL OR r.ended_at >= c.started_at))))
  LIMIT ?`

const notesSql = `
  SELECT n.id AS id FROM note n
  WHERE n.call_id IS NULL AND n.request_id IS NULL AND n.at < ? AND NOT ${busy('n.subject_id')}
  ORDER BY n.at LIMIT ?`

const messagesSql = `
  SELECT m.id AS id FROM notification m
  WHERE m.request_id IS NULL AND m.created_at < ? AND NOT ${busy('m.subject_id')}
  ORDER BY m.created_at LIMIT ?`

/** Rows of a case that end with it; what belongs to its work stays where somebody is known by it for good. */
const ofCase = ['note', 'told', 'sealed', 'notification', 'copy_link', 'one_time_link'] as const
const ofWork = ['approval', 'plan', 'task', 'recheck', 'request_part', 'request_subject'] as const
const ofCall = ['note', 'verification', 'call_subject', 'call_party', 'call_offer', 'call_review'] as const

/** Ends calls, notes and cases when their months are over. */
export function keptStore({ tx, raw }: Pick<DatabaseScope, 'tx' | 'raw'>): KeptStore {
  const ids = async (sql: string, params: readonly RawParam[]) =>
    (await raw.all<{ id: string }>(sql, params)).map(({ id }) => id)

  async function endIn(tables: readonly string[], column: string, id: string): Promise<Record<string, number>> {
    const ended: Record<string, number> = {}
    for (const table of tables) {
      const rows = await raw.run(`DELETE FROM ${table} WHERE ${column} = ?`, [id])
      if (rows > 0) ended[table] = rows
    }
    return ended
  }
  return {
    async over(since, most) {
      const before = toDate(since)
      const wrappedUp = await ids(callsSql('c.wrapped_up_at < ?'), [before, most.calls])
      // Of a call that nobody wrapped up no end is known but that it began so long ago.
      const cut = await ids(callsSql('c.wrapped_up_at IS NULL AND c.started_at < ?'), [before, most.calls])
      return {
        cases: await raw.all<CaseOver>(casesSql, [before, most.cases]),
        calls: [...wrappedUp, ...cut].slice(0, most.calls),
        notes: await ids(notesSql, [before, most.notes]),
        messages: await ids(messagesSql, [before, most.messages]),
      }
    },
    async endCase(id, knownForGood): Promise<RowsEnded> {
      const intake = await raw.run('DELETE FROM intake WHERE id = (SELECT intake_id FROM request WHERE id = ?)', [id])
      const rows = await endIn(knownForGood ? ofCase : [...ofCase, ...ofWork], 'request_id', id)
      return intake === 0 ? rows : { ...rows, intake }
    },
    async endCall(id): Promise<RowsEnded> {
      const rows = await endIn(ofCall, 'call_id', id)
      return { ...rows, call: await raw.run('DELETE FROM "call" WHERE id = ?', [id]) }
    },
    endNotes: async (gone) => (await tx.note.deleteMany({ where: { id: { in: [...gone] } } })).count,
    endMessages: async (gone) => (await tx.notification.deleteMany({ where: { id: { in: [...gone] } } })).count,
  }
}
