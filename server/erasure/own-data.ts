import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import type { PlanLine } from '#domain/erasure/plan-line.ts'
import type { CollectionPlan, SystemPlan } from '#domain/erasure/plan.ts'
import type { RawQueries } from '../db/raw.ts'
import { ownCollections, ownRowsWhere } from './own-collections.ts'
import type { OwnScope } from './own-scope.ts'
import { ownSystem } from './own-system.ts'

/** What an erasure will do in our own database, by row count: everything of its scope goes, or is held. */
export async function planOwnData(
  queries: RawQueries,
  scope: OwnScope,
  instruction: ErasureInstruction,
): Promise<SystemPlan> {
  const service = instruction.scope.scope === 'service' ? instruction.scope.service : null
  const planned: CollectionPlan[] = []
  for (const collection of ownCollections(scope)) {
    const found = await countRows(queries, collection.table, ownRowsWhere(collection, scope))
    const counts = scope.held ? { found, delete: 0, mask: 0, keep: found } : { found, delete: found, mask: 0, keep: 0 }
    const staying = scope.held && found > 0 ? [{ why: 'held' as const, until: null, rows: found }] : []
    planned.push({ name: collection.table, counts, staying })
  }
  const line = (collection: string): PlanLine => ({
    system: ownSystem,
    role: 'own',
    collection,
    field: null,
    action: scope.held ? 'keep' : 'delete',
    params: service === null ? {} : { service },
    basis: scope.held ? 'legal_hold' : null,
    for: null,
    from_field: null,
    reason: scope.held ? 'held' : null,
  })
  return {
    v: 1,
    system: ownSystem,
    role: 'own',
    instruction,
    lines: planned.map((one) => line(one.name)),
    collections: planned,
    problems: [],
    findings: [],
  }
}

/** Asks our own database again: what is left of what should be gone. */
export async function recheckOwnData(
  queries: RawQueries,
  scope: OwnScope,
): Promise<{ collection: string; rows: number }[]> {
  if (scope.held) return []
  const left: { collection: string; rows: number }[] = []
  for (const collection of ownCollections(scope)) {
    const rows = await countRows(queries, collection.table, ownRowsWhere(collection, scope))
    if (rows > 0) left.push({ collection: collection.table, rows })
  }
  return left
}

/**
 * Deletes what the plan names, and where the account goes turns each subject into a tombstone: the random id and the
 * dates. Safe to run again: what is gone stays gone. Call it inside one transaction.
 *
 * @returns how many rows it deleted
 */
export async function eraseOwnData(queries: RawQueries, scope: OwnScope, now: number): Promise<number> {
  if (scope.held) return 0
  let deleted = 0
  for (const collection of ownCollections(scope)) {
    for (const { sql, params } of ownRowsWhere(collection, scope)) {
      deleted += await queries.run(`DELETE FROM ${collection.table} WHERE ${sql}`, params)
    }
  }
  // What was typed and not sent may be about anything of theirs. No line of the plan: it is nobody's record yet.
  for (const subjectId of scope.subjectIds) await queries.run('DELETE FROM draft WHERE subject_id = ?', [subjectId])
  if (!scope.account) return deleted
  for (const subjectId of scope.subjectIds) {
    await queries.run(
      `UPDATE subject SET status = 'erased', erased_at = ?, locale = NULL, jurisdiction = NULL, registered_at = NULL, version = version + 1
       WHERE id = ? AND status <> 'erased'`,
      [new Date(now), subjectId],
    )
    await queries.run('UPDATE call SET subject_id = NULL WHERE subject_id = ?', [subjectId])
  }
  return deleted
}

async function countRows(queries: RawQueries, table: string, wheres: ReturnType<typeof ownRowsWhere>): Promise<number> {
  let rows = 0
  for (const { sql, params } of wheres) {
    const [row] = await queries.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${sql}`, params)
    rows += Number(row?.n ?? 0)
  }
  return rows
}
