import type { ErasedRows } from '#usecases/ports/connector.ts'
import { erasureWork, type CollectionWork, type WorkMeans } from '#domain/erasure/erasure-work.ts'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import { planRows, type PlanSources } from '#domain/erasure/plan-rows.ts'
import type { FrozenPlan } from '#domain/erasure/plan.ts'
import { columnOf, tableOf, type SchemaFacts } from '#domain/erasure/schema-facts.ts'
import { answer } from './answer-fetch.ts'
import { ConnectorFault } from './connector-fault.ts'
import type { SqlSession } from './sql-session.ts'
import { chunks, deleteRows, maskRows, rowsPerStatement, selectWhere, untieRows, withKeys } from './sql-text.ts'
import type { Statement } from './sql-text.ts'

/** A named place in an erasure; throwing there ends it, and nothing of it stays. */
export type OnPoint = (name: string) => void | Promise<void>

export interface EraseIn {
  readonly session: SqlSession
  readonly sources: PlanSources
  readonly point: OnPoint
}

/**
 * Erases the rows of a frozen plan inside the session's open transaction; the caller commits. First the rows are
 * locked and looked at again, then fields are masked, then rows deleted: children before what they point at.
 */
export async function eraseRows(
  { session, sources, point }: EraseIn,
  frozen: FrozenPlan,
  identities: readonly IdentityValue[],
  means: WorkMeans,
): Promise<ErasedRows> {
  const perform = async (name: string, collection: string, statements: readonly Statement[]) => {
    for (const [index, { sql, params }] of statements.entries()) {
      await point(`before ${name} ${collection} ${index + 1}`)
      await session.run(sql, params, collection)
      await point(`after ${name} ${collection} ${index + 1}`)
    }
  }
  await lockRows(session, frozen)
  await point('after lock')
  const again = { frozen: frozen.frozen, toErase: true }
  const asking = planRows(sources, frozen.plan.instruction, identities, again)
  const now = await answer(session, sources.schema, asking)
  if (now.plan.problems.length > 0) throw new ConnectorFault('plan_has_problems')
  const work = erasureWork(frozen, now, means)
  for (const one of work) await perform('mask', one.collection, maskRows(one.collection, one.key, one.masks))
  for (const one of work) {
    const untie = nullable(sources.schema, one)
    if (untie.length > 0) await perform('untie', one.collection, untieRows(one.collection, one.key, one.deletes, untie))
  }
  for (const one of work) await perform('delete', one.collection, deleteRows(one.collection, one.key, one.deletes))
  return { collections: countRows(frozen, work) }
}

/** What the plan keeps for somebody else is not frozen, and counts as it was planned. */
function countRows({ plan, frozen }: FrozenPlan, work: readonly CollectionWork[]): ErasedRows['collections'] {
  return plan.collections.flatMap(({ name, counts }) => {
    const rows = frozen.find(({ collection }) => collection === name)?.rows ?? []
    const shared = Math.max(0, counts.keep - rows.filter(({ action }) => action === 'keep').length)
    const after = work.find(({ collection }) => collection === name)?.after ?? { deleted: 0, masked: 0, kept: 0 }
    return rows.length + shared === 0 ? [] : [{ name, ...after, kept: after.kept + shared }]
  })
}

/** A row that is locked gets no new rows pointing at it, which a cascade would take away unseen. */
async function lockRows(session: SqlSession, frozen: FrozenPlan): Promise<void> {
  if (session.dialect.forUpdate === '') return
  for (const { collection, key, rows } of frozen.frozen) {
    for (const some of chunks(rows, rowsPerStatement)) {
      const { sql, params } = selectWhere(collection, [], withKeys(key, some.map((row) => row.key)))
      await session.query(sql + session.dialect.forUpdate, params, collection)
    }
  }
}

function nullable(schema: SchemaFacts, work: CollectionWork): string[] {
  const table = tableOf(schema, work.collection)
  return work.untie.filter((column) => !work.key.includes(column) && columnOf(table, column)?.notNull === false)
}
