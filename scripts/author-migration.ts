// Writes the next migration for both databases from the difference between the models as they were when the
// last one was written (prisma/migrations/datamodel.prisma) and prisma/models.prisma. Development only.
//
//   node scripts/author-migration.ts <name>            the difference, as a new migration
//   node scripts/author-migration.ts <name> --restart  before the first release: one migration from nothing
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROVIDERS } from './prisma/compose-schema.mjs'
import { diffModels } from './prisma/schema-diff.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'prisma', 'migrations')
const snapshotFile = join(folder, 'datamodel.prisma')

const name = process.argv[2]
const restart = process.argv.includes('--restart')

if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  throw new Error('usage: node scripts/author-migration.ts <name_in_snake_case> [--restart]')
}

// The runner switches foreign keys off outside the transaction, where it has an effect; here it has none. The
// schema exists already, and to ask for it takes a right over the whole database that the owner of the tables
// need not have.
const tidied = (sql: string) =>
  sql.replace(/^PRAGMA .*;\n/gm, '').replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/m, '')

const models = readFileSync(join(root, 'prisma', 'models.prisma'), 'utf8')
const before = restart || !existsSync(snapshotFile) ? null : readFileSync(snapshotFile, 'utf8')

const scripts = new Map<string, string>()
for (const provider of PROVIDERS) {
  scripts.set(provider, tidied(await diffModels(before, models, provider)))
}

if ([...scripts.values()].every((sql) => sql.trim() === '')) {
  console.log('the models have not changed since the last migration')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  for (const [provider, sql] of scripts) {
    if (restart) rmSync(join(folder, provider), { recursive: true, force: true })
    const target = join(folder, provider, `${stamp}_${name}`)
    mkdirSync(target, { recursive: true })
    // Both databases get a migration of each name, also where only one has something to do.
    writeFileSync(join(target, 'migration.sql'), sql.trim() === '' ? '-- Nothing to do here.\n' : sql)
    for (const [line] of sql.matchAll(/^(DROP TABLE|ALTER TABLE .* DROP COLUMN).*$/gm)) {
      console.log(`${provider}: look at this twice: ${line}`)
    }
  }
  writeFileSync(snapshotFile, models)
  console.log(`written: prisma/migrations/{${PROVIDERS.join(',')}}/${stamp}_${name}/migration.sql`)
}
