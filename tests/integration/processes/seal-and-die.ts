import { openDatabase } from '#server/db/client.ts'
import type { RawQueries } from '#server/db/raw.ts'
import { sealOnce } from '#server/sealer/seal-once.ts'

// Seals, and kills itself without a word before its n-th statement: what a power cut would do.
const [url = '', dieBefore = '0'] = process.argv.slice(2)
let statements = 0
function counted<T>(work: () => T): T {
  statements += 1
  if (statements === Number(dieBefore)) process.kill(process.pid, 'SIGKILL')
  return work()
}
const dying = (queries: RawQueries): RawQueries => ({
  all: (sql, params) => counted(() => queries.all(sql, params)),
  run: (sql, params) => counted(() => queries.run(sql, params)),
  runMany: (sql, rows) => counted(() => queries.runMany(sql, rows)),
})
const database = await openDatabase({ url })
const { raw } = database
type Work<T> = (queries: RawQueries) => Promise<T>
const mortal = { ...raw, transaction: <T>(work: Work<T>) => raw.transaction((queries) => work(dying(queries))) }
await sealOnce({ ...database, raw: mortal })
await database.close()
