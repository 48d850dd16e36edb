import type { Connector } from '#usecases/ports/connector.ts'
import { copyRows } from '#domain/erasure/copy-rows.ts'
import type { Dataset } from '#domain/erasure/dataset.ts'
import type { SystemRole } from '#domain/erasure/plan-line.ts'
import { planRows, type PlanSources } from '#domain/erasure/plan-rows.ts'
import type { Policy } from '#domain/erasure/policy.ts'
import { leftovers } from '#domain/erasure/recheck.ts'
import type { SchemaFacts } from '#domain/erasure/schema-facts.ts'
import { answer } from './answer-fetch.ts'
import { ConnectorFault } from './connector-fault.ts'
import { eraseRows, type OnPoint } from './erase-rows.ts'
import type { OpenSession, SqlSession } from './sql-session.ts'
import { tryOnInvented } from './try-on-invented.ts'

export interface SqlSystem {
  readonly name: string
  readonly role: SystemRole
  readonly dataset: Dataset
  readonly policy: Policy
  /** Makes pseudonyms of this system's values; null where the policy asks for none. */
  readonly pseudonymKey: Uint8Array | null
  /** Rows of one person in one collection at which planning gives up. */
  readonly rowLimit?: number
  /** Called before and after each statement of an erasure, and around its commit: where a test lets it crash. */
  readonly onPoint?: OnPoint
}

/** Characters of one person's values in one system that a copy takes into memory. */
const copyTextLimit = 24_000_000

/**
 * A SQL database as a system. Every call opens a session of its own and closes it: a plan, an erasure and a
 * re-check share nothing but the database.
 */
export function sqlConnector(system: SqlSystem, open: OpenSession): Connector {
  const sources = (schema: SchemaFacts): PlanSources => ({
    system: system.name,
    role: system.role,
    dataset: system.dataset,
    policy: system.policy,
    schema,
    hasPseudonymKey: system.pseudonymKey !== null,
    rowLimit: system.rowLimit ?? 200_000,
  })
  const within = async <T>(mode: 'read' | 'write', work: (session: SqlSession, schema: SchemaFacts) => Promise<T>) => {
    const session = await open()
    try {
      const schema = await session.describe()
      await session.begin(mode)
      return await work(session, schema)
    } finally {
      // Whoever wanted to keep something has committed by now.
      await session.rollback()
      await session.close()
    }
  }
  return {
    describe: () => within('read', async (_, schema) => schema),
    plan: (identities, instruction, earlier) =>
      within('read', async (session, schema) => {
        const again = earlier === undefined ? null : { frozen: earlier, toErase: false }
        const asking = planRows(sources(schema), instruction, identities, again)
        const { plan, frozen } = await answer(session, schema, asking)
        return { plan, frozen }
      }),
    copy: (identities, instruction) =>
      within('read', (session, schema) =>
        answer(session, schema, copyRows(sources(schema), instruction, identities, copyTextLimit)),
      ),
    erase: (frozen, options) =>
      within('write', async (session, schema) => {
        if (frozen.plan.problems.length > 0) throw new ConnectorFault('plan_has_problems')
        const point = system.onPoint ?? (() => {})
        const means = { idempotencyKey: options.idempotencyKey, pseudonymKey: system.pseudonymKey }
        const erased = await eraseRows({ session, sources: sources(schema), point }, frozen, options.identities, means)
        await point('before fence')
        await options.fence?.()
        await point('before commit')
        await session.commit()
        await point('after commit')
        await session.settle()
        await point('after settle')
        return erased
      }),
    recheck: (frozen, identities) =>
      within('read', async (session, schema) => {
        const again = { frozen: frozen.frozen, toErase: false }
        const asking = planRows(sources(schema), frozen.plan.instruction, identities, again)
        const now = await answer(session, schema, asking)
        // What can not be asked is not clean.
        if (now.plan.problems.length > 0) throw new ConnectorFault('plan_has_problems')
        const left = leftovers(frozen, now)
        return { clean: left.length === 0, leftovers: left }
      }),
    tryOnInvented: (at) => within('write', (session, schema) => tryOnInvented(session, sources(schema), system, at)),
    async close() {},
  }
}
