import type { TrialAnswer } from '#usecases/ports/connector.ts'
import type { Cell } from '#domain/erasure/cell.ts'
import { graphOf } from '#domain/erasure/graph.ts'
import { orderOfWork } from '#domain/erasure/order-of-work.ts'
import type { PlanProblem, PlanProblemCode } from '#domain/erasure/plan-problem.ts'
import { planRows, type PlanSources } from '#domain/erasure/plan-rows.ts'
import { leftovers } from '#domain/erasure/recheck.ts'
import { systemAdvice } from '#domain/erasure/system-advice.ts'
import { answer } from './answer-fetch.ts'
import { ConnectorFault } from './connector-fault.ts'
import { eraseRows } from './erase-rows.ts'
import { inventPerson, taken, type InventedRow } from './invented-person.ts'
import { quoted, quotedTable } from './sql-dialect.ts'
import type { SqlSession } from './sql-session.ts'

/**
 * What an erasure would do to an invented person's account, done for real inside the session's open transaction.
 * The caller rolls it back; nothing of it is ever committed.
 *
 * @param at  epoch milliseconds
 */
export async function tryOnInvented(
  session: SqlSession,
  sources: PlanSources,
  means: { readonly pseudonymKey: Uint8Array | null },
  at: number,
): Promise<TrialAnswer> {
  const { schema } = sources
  const graph = graphOf(sources.dataset, schema)
  const instruction = { kind: 'deletion', scope: { scope: 'account' }, holds: [], at } as const
  const empty = await answer(session, schema, planRows(sources, instruction, []))
  const problems: PlanProblem[] = [...empty.plan.problems, ...systemAdvice(graph, schema, empty.treatments)]
  const end = (collections: TrialAnswer['collections'] = []): TrialAnswer => ({
    ok: problems.every(({ code }) => isAdvice(code)),
    problems,
    collections,
  })
  if (empty.plan.problems.length > 0) return end()
  const report = (code: PlanProblemCode, collection: string) => problems.push({ code, collection, field: null })

  const touched = new Set([...graph.owned, ...empty.treatments.keys()])
  const person = inventPerson(graph, schema, touched)
  const inserted: string[] = []
  for (const name of orderOfWork(graph).reverse()) {
    const row = person.rows.get(name)
    if (row === undefined) continue
    if (await insert(session, name, row)) inserted.push(name)
    else report('not_insertable', name)
  }
  const planned = await answer(session, schema, planRows(sources, instruction, person.identities))
  for (const { name, counts } of planned.plan.collections) {
    if (inserted.includes(name) && counts.found === 0) report('not_found_again', name)
  }
  const collections = planned.plan.collections.filter(({ counts }) => counts.found > 0)
  const done = { idempotencyKey: 'trial', pseudonymKey: means.pseudonymKey }
  try {
    await eraseRows({ session, sources, point: () => {} }, planned, person.identities, done)
  } catch (error) {
    if (!(error instanceof ConnectorFault)) throw error
    report('not_erasable', error.collection ?? sources.system)
    return end(collections)
  }
  const again = planRows(sources, instruction, person.identities, { frozen: planned.frozen, toErase: false })
  for (const { collection } of leftovers(planned, await answer(session, schema, again))) report('left_over', collection)
  return end(collections)
}

/** Worth mending, and no reason not to erase. */
function isAdvice(code: PlanProblemCode): boolean {
  return code === 'missing_index' || code === 'undeclared_reference'
}

/** @returns false where the database did not take the row; the transaction goes on without it */
async function insert(session: SqlSession, collection: string, row: InventedRow): Promise<boolean> {
  const values: [string, Cell][] = []
  for (const [column, value] of row) {
    values.push([column, value === taken ? await existing(session, collection, column) : value])
  }
  const columns = values.map(([column]) => quoted(column)).join(', ')
  const places = values.map(() => '?').join(', ')
  const into = `INSERT INTO ${quotedTable(collection)} (${columns})${session.dialect.givenKeys} VALUES (${places})`
  await session.run('SAVEPOINT rd_invented', [], collection)
  try {
    await session.run(into, values.map(([, value]) => value), collection)
    return true
  } catch (error) {
    if (!(error instanceof ConnectorFault)) throw error
    await session.run('ROLLBACK TO SAVEPOINT rd_invented', [], collection)
    return false
  } finally {
    await session.run('RELEASE SAVEPOINT rd_invented', [], collection)
  }
}

async function existing(session: SqlSession, collection: string, column: string): Promise<Cell> {
  const name = quoted(column)
  const sql = `SELECT ${name} AS ${name} FROM ${quotedTable(collection)} WHERE ${name} IS NOT NULL LIMIT 1`
  return (await session.query(sql, [], collection))[0]?.[column] ?? null
}
