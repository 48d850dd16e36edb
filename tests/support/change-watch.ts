import type { Database } from '#server/db/client.ts'
import { isOperational } from '#server/db/operational-tables.ts'

/** One change of a row, as a trigger saw it. */
interface Change {
  readonly transaction: string
  readonly table: string
  readonly columns: string
}

export interface ChangeWatch {
  /** Changes that had no audit entry in their transaction and are not operational: `table` or `table(columns)`. */
  withoutEntry(): Promise<string[]>
  /** Every table that changed at all. */
  changed(): Promise<string[]>
}

/**
 * Watches every table of a PostgreSQL database with triggers that note in which transaction which columns changed. The
 * notes roll back with what they note, so they hold what was committed and nothing else.
 */
export async function watchChanges(database: Database): Promise<ChangeWatch> {
  if (database.kind !== 'postgresql') throw new Error('transactions have ids on PostgreSQL alone')
  const { raw } = database
  await raw.run('CREATE TABLE change_watch (transaction bigint, "table" text, columns text)')
  await raw.run(`CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE changed text := 'all';
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        SELECT COALESCE(string_agg(o.key, ',' ORDER BY o.key), '') INTO changed
        FROM jsonb_each(to_jsonb(OLD)) o JOIN jsonb_each(to_jsonb(NEW)) n ON o.key = n.key WHERE o.value IS DISTINCT FROM n.value;
      END IF;
      IF changed <> '' THEN INSERT INTO change_watch VALUES (txid_current(), TG_TABLE_NAME, changed); END IF;
      RETURN NULL;
    END $$`)
  const tables = await raw.all<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'change_watch'`,
  )
  for (const { name } of tables) {
    await raw.run(`CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION note_change()`)
  }
  const all = () =>
    raw.all<Change>('SELECT DISTINCT CAST(transaction AS text) AS transaction, "table" AS "table", columns AS columns FROM change_watch')
  return {
    async withoutEntry() {
      const changes = await all()
      const withEntry = new Set(changes.filter(({ table }) => table === 'audit_entry').map(({ transaction }) => transaction))
      const bare = changes.filter(({ transaction, table, columns }) =>
        !withEntry.has(transaction) && !isOperational(table, columns === 'all' ? 'all' : columns.split(',')))
      return [...new Set(bare.map(({ table, columns }) => (columns === 'all' ? table : `${table}(${columns})`)))].toSorted()
    },
    changed: async () => [...new Set((await all()).map(({ table }) => table))].toSorted(),
  }
}
