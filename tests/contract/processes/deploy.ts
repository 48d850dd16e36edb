// Run as a process of its own: migrates a database and prints what it applied, as a JSON list.
import { migrate } from '#server/db/migrate.ts'

const [databaseUrl = '', folder] = process.argv.slice(2)
const { applied } = await migrate({ databaseUrl, log: () => undefined, ...(folder === undefined ? {} : { folder }) })
process.stdout.write(JSON.stringify(applied))
