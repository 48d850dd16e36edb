/**
 * Tables whose rows, once written, stay as they are: the audit log and its numbering, and the versions of what the law
 * said and of what people were told. The one list; consent events are not in it, since an erasure removes them.
 */
export const APPEND_ONLY_TABLES = ['audit_entry', 'audit_leaf', 'law_row', 'script_version'] as const

/** What the triggers say, and all they say (errors.ts). */
const REFUSAL = 'rightsdesk:append_only'

/** A trigger of SQLite by its name and whole text. */
export type SqliteTrigger = { name: string; sql: string }

/** A trigger of PostgreSQL with a function of its own; `events` as in CREATE TRIGGER. */
export type PostgresqlTrigger = {
  table: string
  name: string
  events: string
  level: 'ROW' | 'STATEMENT'
  body: string
}

/** Column lists that identify a row: the primary key and every unique index. */
export type UniqueKeys = readonly (readonly string[])[]

const matches = (keys: UniqueKeys) =>
  keys.map((columns) => columns.map((column) => `"${column}" = NEW."${column}"`).join(' AND '))

/**
 * The guard of INSERT is for `INSERT OR REPLACE` on a connection that forgot `recursive_triggers`: there
 * REPLACE deletes without asking the trigger against deletion. A row can be replaced by its rowid as well,
 * which is -1 for a row that names none.
 */
export function sqliteAppendOnly(table: string, keys: UniqueKeys): SqliteTrigger[] {
  const refuse = `SELECT RAISE(ABORT, '${REFUSAL}')`
  const exists = [...matches(keys), 'rowid = NEW.rowid AND NEW.rowid <> -1']
    .map((condition) => `EXISTS (SELECT 1 FROM "${table}" WHERE ${condition})`)
    .join(' OR ')
  const trigger = (suffix: string, event: string, statement: string) => ({
    name: `rule_${table}_${suffix}`,
    sql: `CREATE TRIGGER "rule_${table}_${suffix}" BEFORE ${event} ON "${table}" BEGIN ${statement}; END`,
  })
  return [
    trigger('no_update', 'UPDATE', refuse),
    trigger('no_delete', 'DELETE', refuse),
    trigger('no_replace', 'INSERT', `${refuse} WHERE ${exists}`),
  ]
}

/**
 * TRUNCATE passes row triggers, so it has one of its own. Schema-qualified: a search path must not mislead
 * it.
 */
export function postgresqlAppendOnly(schema: string, table: string, keys: UniqueKeys): PostgresqlTrigger[] {
  const raise = `RAISE EXCEPTION '${REFUSAL}' USING ERRCODE = 'RD001';`
  const exists = matches(keys)
    .map((condition) => `EXISTS (SELECT 1 FROM "${schema}"."${table}" WHERE ${condition})`)
    .join(' OR ')
  return [
    { table, name: `rule_${table}_no_change`, events: 'UPDATE OR DELETE', level: 'ROW', body: raise },
    { table, name: `rule_${table}_no_truncate`, events: 'TRUNCATE', level: 'STATEMENT', body: raise },
    {
      table,
      name: `rule_${table}_no_replace`,
      events: 'INSERT',
      level: 'ROW',
      body: `IF ${exists} THEN ${raise} END IF; RETURN NEW;`,
    },
  ]
}
