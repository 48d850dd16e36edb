import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#server/db/client.ts'
import { seededFor } from '#server/demo/seeded.ts'
import { deskInFolder } from '#tests/support/desk-in-folder.ts'
import { writePeopleFile } from '#tests/support/people-file.ts'
import { soakArguments } from './soak-arguments.ts'
import { soakFolder } from './soak-folder.ts'
import { heapMegabytes, watchedImport, type WatchedImport } from './watched-import.ts'

// A soak part (tests/bench/soak.ts): one CSV of a million people through `desk import people`, killed once on its way,
// taken up, and loaded a second time. Broken off, it begins anew.

const badEvery = 10_000
const { people, seed } = soakArguments()
const isBad = (row: number) => row % badEvery === 0
const bad = Math.floor(people / badEvery)

/** Neither identifier of a bad row can be used. */
function cellsOf(row: number): string {
  if (isBad(row)) return `acct-${row},"Person ${row}",12,none,CN`
  return `acct-${row},"Person ${row}",+86139${String(row).padStart(8, '0')},user${row}@example.org,CN`
}

/** Exit code 1 is right where rows were rejected (interface book); anything else is told with what was said. */
function endedWell(what: string, run: WatchedImport): void {
  equal(run.code, run.json?.rejected === 0 ? 0 : 1, `${what} ended with code ${run.code}:\n${run.said.slice(-2_000)}`)
}

/** Rows per second from `from` rows on, against those up to there; null where a run was too short to tell. */
function laterAgainstFirst({ marks }: WatchedImport, from: number): number | null {
  const [early, late] = [marks.find((mark) => mark.rows >= from), marks.at(-1)]
  if (early === undefined || late === undefined || late.rows <= early.rows) return null
  const seconds = late.rows / late.rowsPerSecond - early.rows / early.rowsPerSecond
  return (late.rows - early.rows) / seconds / early.rowsPerSecond
}

const told = (ratio: number | null) => (ratio === null ? 'too short to tell' : ratio.toFixed(2))
const say = (line: string) => void process.stdout.write(`soak million-row-csv: ${line}\n`)

const folder = soakFolder()
const desk = deskInFolder(folder)
const initialised = await desk.run(['init', '--json'])
equal(initialised.code, 0, initialised.stderr)
const file = join(folder, 'people.csv')
await writePeopleFile(file, people, cellsOf)

const killAfter = Math.round(people * (0.4 + 0.2 * seededFor(seed, people).fraction()))
const killed = await watchedImport(desk, file, killAfter)
equal(killed.code, null, `it ended by itself before row ${killAfter}:\n${killed.said.slice(-2_000)}`)

const resumed = await watchedImport(desk, file)
endedWell('the import that was taken up', resumed)
ok(resumed.wentOnAfter >= killAfter, `it went on after row ${resumed.wentOnAfter}, though ${killAfter} were loaded`)
const rejectsFile = `${file}.rejected.csv`
const loaded = people - bad
const counts = { rows: people, accepted: loaded, partial: 0, unchanged: 0, rejected: bad, rejects_file: rejectsFile }
deepEqual(resumed.json, counts)
assertRejects('after the first run')
await assertStored()

const again = await watchedImport(desk, file)
endedWell('the second import', again)
deepEqual(again.json, { ...counts, accepted: 0, unchanged: loaded })
assertRejects('after the second run')
await assertStored()

const first = Math.min(50_000, people / 20)
const [early, late] = [killed.marks.find((mark) => mark.rows >= first), resumed.marks.at(-1)]
const taken = early === undefined || late === undefined ? null : late.rowsPerSecond / early.rowsPerSecond
say(`${people} rows, killed after row ${resumed.wentOnAfter}, taken up, all there once (seed ${seed})`)
say(`peak memory ${resumed.peakMegabytes} MB, ${again.peakMegabytes} MB the second time (all of the process; its heap is held to ${heapMegabytes} MB)`)
say(`${bad} rejects, each with its line; ${loaded} of ${loaded} unchanged the second time`)
say(`rows per second ÷ those of the first ${first} rows: ${told(laterAgainstFirst(killed, first))} up to the kill, ${told(taken)} after it, ${told(laterAgainstFirst(again, first))} the second time`)

/** The rejects file names exactly the bad rows; the header is line 1 of the file. */
function assertRejects(when: string): void {
  const lines = readFileSync(rejectsFile, 'utf8').trim().split('\n').slice(1)
  const wanted = Array.from({ length: bad }, (_, at) => `${(at + 1) * badEvery + 1},rejected`)
  deepEqual(lines.map((line) => line.split(',').slice(0, 2).join(',')), wanted, `rejects ${when}`)
}

/** What the database itself holds: a batch that was loaded twice would show here and in no count. */
async function assertStored(): Promise<void> {
  const database = await openDatabase({ url: desk.surroundings.DATABASE_URL ?? '' })
  try {
    const [row] = await database.raw.all(
      `SELECT (SELECT count(*) FROM subject) AS people, (SELECT count(*) FROM subject_key) AS keys,
              (SELECT count(*) FROM identifier) AS identifiers,
              (SELECT count(*) FROM identifier WHERE held_to IS NOT NULL) AS ended`,
    )
    deepEqual({ ...row }, { people: loaded, keys: loaded, identifiers: 3 * loaded, ended: 0 })
  } finally {
    await database.close()
  }
}
