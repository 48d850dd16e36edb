import { mkdirSync } from 'node:fs'
import { problemOf } from './cli/problem.ts'
import { processConfig } from '#server/config.ts'
import { migrate } from '#server/db/migrate.ts'
import { ensureFirstKeys } from '#server/keys/first-keys.ts'

/**
 * Brings the database of this environment up to the committed migrations. Where a demo is to be made the keys are
 * made with it; a real desk gets its keys from `desk init`, when somebody is there to put a copy away.
 */
const say = (line: string) => void process.stderr.write(`${line}\n`)

try {
  const config = processConfig()
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 })
  await migrate({ databaseUrl: config.databaseUrl, ownerUrl: config.databaseOwnerUrl, log: say })
  if (config.demo && (await ensureFirstKeys(config))) say('keys created')
} catch (fault) {
  say(problemOf('migrate', fault).message)
  process.exitCode = 1
}
