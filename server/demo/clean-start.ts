import { rmSync } from 'node:fs'
import pg from 'pg'
import { demoStateOf, type DemoState } from '#usecases/setup/make-demo.ts'
import type { Config } from '../config.ts'
import { openDatabase, type Database } from '../db/client.ts'
import { databaseKind } from '../db/database-kind.ts'
import { migrate } from '../db/migrate.ts'
import { sqlitePath } from '../db/sqlite/location.ts'

/** What a start finds: a demo, half of one, an empty desk, or a desk that is somebody's own. */
export type Found = DemoState | 'in_use'

/** Looks at what is in the database. */
export async function findDemo({ prisma }: Database): Promise<Found> {
  const marks = await prisma.meta.findMany({ where: { key: { in: ['demo', 'demo_made'] } } })
  const valueOf = (key: string) => marks.find((mark) => mark.key === key)?.value ?? null
  const state = demoStateOf(valueOf('demo'), valueOf('demo_made'))
  if (state !== 'none') return state
  return (await prisma.staff.count()) + (await prisma.subject.count()) === 0 ? 'none' : 'in_use'
}

/**
 * Takes away a demo whose making was interrupted, with its log: nobody has ever worked with it. The log's own rules
 * refuse to delete a single row, so the whole database goes and is made anew.
 *
 * @throws Error when it is anything else than half a demo
 */
export async function takeAwayHalfADemo(config: Config, say: (line: string) => void): Promise<void> {
  const database = await openDatabase({ url: config.databaseUrl })
  const found = await findDemo(database).finally(() => database.close())
  if (found !== 'begun') throw new Error('only a demo whose making was interrupted is ever taken away')
  if (databaseKind(config.databaseUrl) === 'sqlite') {
    const file = sqlitePath(config.databaseUrl)
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  } else {
    await dropTables(config.databaseOwnerUrl ?? config.databaseUrl)
  }
  await migrate({ databaseUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl, log: say })
}

async function dropTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema()`,
    )
    if (rows.length > 0) await client.query(`DROP TABLE ${rows.map(({ name }) => name).join(', ')} CASCADE`)
  } finally {
    await client.end()
  }
}
