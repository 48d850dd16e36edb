// Run as a process of its own: adds `times` rows to a database, each in a transaction that first reads a
// counter.
import { openDatabase } from '#server/db/client.ts'

const [url = '', name = '', times = '0'] = process.argv.slice(2)
const database = await openDatabase({ url })
const lock = database.kind === 'postgresql' ? ' FOR UPDATE' : ''
for (let index = 0; index < Number(times); index += 1) {
  await database.raw.transaction(async (raw) => {
    const [row] = await raw.all<{ value: string }>(`SELECT value FROM meta WHERE key = 'counter'${lock}`)
    await raw.run(`UPDATE meta SET value = ? WHERE key = 'counter'`, [String(Number(row?.value) + 1)])
    await raw.run('INSERT INTO meta (key, value) VALUES (?, ?)', [`${name}-${index}`, ''])
  })
}
await database.close()
