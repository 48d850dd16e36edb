import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peopleImporter } from '#server/import/people-importer.ts'
import { PeopleWrites } from '#server/import/people-writes.ts'
import { runImport } from '#server/import/run-import.ts'
import { beginPeopleImport } from '#usecases/import/begin-import.ts'
import { finishPeopleImport } from '#usecases/import/finish-import.ts'
import { openBenchDesk, phoneOf, type BenchDesk } from './bench-desk.ts'
import { compare, timed, type Figure } from './measure.ts'

const rows = 5_000
let next = 1_000_000

/** The importer: reading, judging, encrypting, batches with pauses, an entry per batch, the place in the file. */
async function imported({ desk, folder }: BenchDesk): Promise<number> {
  const from = next
  next += rows
  const file = join(folder, `people-${from}.csv`)
  const lines = ['external_id,name,phone,email,national_id,locale,jurisdiction,born_on,registered_at']
  for (let n = from; n < from + rows; n += 1) {
    lines.push(`acc-${n},Person ${n},${phoneOf(n)},person${n}@example.org,,zh-CN,CN,,2015-05-05T00:00:00Z`)
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
  const commands = { begin: beginPeopleImport, finish: finishPeopleImport }
  const ms = await timed(() => runImport(desk, peopleImporter(desk), commands, file, { kind: 'operator' }, () => undefined))
  return rows / ms
}

/** The same encrypted rows in transactions of a thousand, and nothing else. */
async function bareInsert({ desk }: BenchDesk): Promise<number> {
  const from = next
  next += rows
  const ms = await timed(async () => {
    for (let at = from; at < from + rows; at += 1_000) {
      const writes = new PeopleWrites(desk.vault, Date.now())
      for (let n = at; n < at + 1_000; n += 1) {
        writes.add({
          externalId: `acc-${n}`, identifiers: { phone: phoneOf(n), email: `person${n}@example.org` }, name: `Person ${n}`,
          locale: 'zh-CN', jurisdiction: 'CN', registeredAt: Date.now() - 86_400_000, hasIdentifier: true,
        })
      }
      await desk.database.raw.transaction((queries) => writes.send(queries))
    }
  })
  return rows / ms
}

/** Import rows per second against a bare insert of the same encrypted rows. */
export async function importFigures(): Promise<Figure[]> {
  const bench = await openBenchDesk(20_000)
  try {
    const goal = { text: 'measured', holds: () => true }
    return [await compare('import rows per second ÷ bare insert of the same encrypted rows', goal, () => imported(bench), () => bareInsert(bench), `${rows} people a round; the importer pauses 5 ms after each batch, so that others can write`)]
  } finally {
    await bench.close()
  }
}
