import type { PostgresqlTrigger, SqliteTrigger } from './append-only.ts'

/**
 * Separation of duties in the database (domain book, invariant 2): a human who has a part in a request,
 * whatever log-in it was taken with, can not approve it. The domain refuses it first; this is for what goes
 * around it.
 */
export const SEPARATION_TABLES = ['approval', 'request_part'] as const

const REFUSAL = 'rightsdesk:separation_of_duties'

const hasPart = (schema: string) =>
  `EXISTS (SELECT 1 FROM ${schema}"request_part" WHERE "request_id" = NEW."request_id" AND "human_ref" = NEW."human_ref")`

// Superseding an approval must work also when the approver took a part since then: only these columns are
// watched.
const CHANGE = 'UPDATE OF "request_id", "human_ref"'

/** One writer at a time: a part that is being written elsewhere can not exist. */
export function sqliteSeparation(): SqliteTrigger[] {
  const trigger = (suffix: string, event: string) => ({
    name: `rule_approval_${suffix}`,
    sql:
      `CREATE TRIGGER "rule_approval_${suffix}" BEFORE ${event} ON "approval" ` +
      `WHEN ${hasPart('')} BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
  })
  return [trigger('separate', 'INSERT'), trigger('stays_separate', CHANGE)]
}

/**
 * Two transactions could write a part and an approval at once, neither seeing the other's row. Both first
 * take the same lock until their commit; the question that follows sees what the other one committed.
 */
export function postgresqlSeparation(schema: string): PostgresqlTrigger[] {
  const lock = `PERFORM pg_advisory_xact_lock(hashtextextended(NEW."request_id" || chr(31) || NEW."human_ref", 0));`
  const raise = `RAISE EXCEPTION '${REFUSAL}' USING ERRCODE = 'RD002';`
  const row = { level: 'ROW' } as const
  return [
    {
      ...row,
      table: 'approval',
      name: 'rule_approval_separate',
      events: `INSERT OR ${CHANGE}`,
      body: `${lock} IF ${hasPart(`"${schema}".`)} THEN ${raise} END IF; RETURN NEW;`,
    },
    {
      ...row,
      table: 'request_part',
      name: 'rule_request_part_in_turn',
      events: `INSERT OR ${CHANGE}`,
      body: `${lock} RETURN NEW;`,
    },
  ]
}
