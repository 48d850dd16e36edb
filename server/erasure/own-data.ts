import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import type { PlanLine } from '#domain/erasure/plan-line.ts'
import type { CollectionPlan, SystemPlan } from '#domain/erasure/plan.ts'
import type { RawQueries } from '../db/raw.ts'

/** The name under which Rightsdesk's own data stands in every plan. */
export const ownSystem = 'rightsdesk'

/** One table of ours that holds something about a person, and how their rows are found. */
interface OwnCollection {
  readonly table: string
  readonly where: string
}

/**
 * What goes with an account, children before parents; the subject's key goes last, so that a run that was cut off
 * can still be told from one that never began.
 */
const ofAccount: readonly OwnCollection[] = [
  { table: 'note', where: 'subject_id = ?' },
  { table: 'verification', where: 'subject_id = ?' },
  { table: 'call_subject', where: 'subject_id = ?' },
  { table: 'call_party', where: 'subject_id = ?' },
  { table: 'intake', where: 'subject_id = ?' },
  { table: 'consent_event', where: 'subject_id = ?' },
  { table: 'identifier', where: 'subject_id = ?' },
  { table: 'subject_field', where: 'subject_id = ?' },
  { table: 'audit_salt', where: 'subject_id = ?' },
  { table: 'subject_key', where: 'subject_id = ?' },
]

/** Which of our collections an erasure touches; `purposes` are those that no other service names. */
export interface OwnScope {
  readonly subjectIds: readonly string[]
  readonly account: boolean
  readonly purposes: readonly string[]
}

/** The collections of one erasure, each with the statement that finds one subject's rows and its parameters. */
function collections(scope: OwnScope): { table: string; where: string; more: readonly string[] }[] {
  if (scope.account) return ofAccount.map((one) => ({ ...one, more: [] }))
  if (scope.purposes.length === 0) return []
  const marks = scope.purposes.map(() => '?').join(', ')
  return [{ table: 'consent_event', where: `subject_id = ? AND purpose IN (${marks})`, more: scope.purposes }]
}

const line = (table: string, service: string | null): PlanLine => ({
  system: ownSystem,
  role: 'own',
  collection: table,
  field: null,
  action: 'delete',
  params: service === null ? {} : { service },
  basis: null,
  for: null,
  from_field: null,
  reason: null,
})

/** What an erasure will do in our own database, by row count. */
export async function planOwnData(queries: RawQueries, scope: OwnScope, instruction: ErasureInstruction): Promise<SystemPlan> {
  const service = instruction.scope.scope === 'service' ? instruction.scope.service : null
  const planned: CollectionPlan[] = []
  for (const { table, where, more } of collections(scope)) {
    const found = await count(queries, table, where, scope.subjectIds, more)
    planned.push({ name: table, counts: { found, delete: found, mask: 0, keep: 0 }, until: null })
  }
  return {
    v: 1,
    system: ownSystem,
    role: 'own',
    instruction,
    lines: planned.map((one) => line(one.name, service)),
    collections: planned,
    problems: [],
    findings: [],
  }
}

async function count(queries: RawQueries, table: string, where: string, subjectIds: readonly string[], more: readonly string[]) {
  let rows = 0
  for (const subjectId of subjectIds) {
    const [row] = await queries.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`, [subjectId, ...more])
    rows += Number(row?.n ?? 0)
  }
  return rows
}

/**
 * Deletes what the plan names, and where the account goes turns each subject into a tombstone: the random id and the
 * dates. Safe to run again: what is gone stays gone. Call it inside one transaction.
 *
 * @returns rows deleted, by table
 */
export async function eraseOwnData(queries: RawQueries, scope: OwnScope, now: number): Promise<{ name: string; deleted: number }[]> {
  const done: { name: string; deleted: number }[] = []
  for (const { table, where, more } of collections(scope)) {
    let deleted = 0
    for (const subjectId of scope.subjectIds) {
      deleted += await queries.run(`DELETE FROM ${table} WHERE ${where}`, [subjectId, ...more])
    }
    done.push({ name: table, deleted })
  }
  if (scope.account) {
    for (const subjectId of scope.subjectIds) {
      await queries.run(
        `UPDATE subject SET status = 'erased', erased_at = ?, locale = NULL, jurisdiction = NULL, registered_at = NULL, version = version + 1
         WHERE id = ? AND status <> 'erased'`,
        [new Date(now), subjectId],
      )
      await queries.run('UPDATE call SET subject_id = NULL WHERE subject_id = ?', [subjectId])
    }
  }
  return done
}

/** Asks our own database again: what is left of what should be gone. */
export async function recheckOwnData(queries: RawQueries, scope: OwnScope): Promise<{ collection: string; rows: number }[]> {
  const left: { collection: string; rows: number }[] = []
  for (const { table, where, more } of collections(scope)) {
    const rows = await count(queries, table, where, scope.subjectIds, more)
    if (rows > 0) left.push({ collection: table, rows })
  }
  return left
}
