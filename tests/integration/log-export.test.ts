import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { ZipFile } from 'yazl'
import { decodeEntry, leafHash } from '#domain/audit/entry.ts'
import { verifyKit } from '#server/log/verify-kit.ts'
import { takeKit } from '#server/log/kit-links.ts'
import { openZip } from '#server/log/zip-reader.ts'
import { exportLog, exportLogToFile } from '#usecases/log/export-log.ts'
import { addClient } from '#usecases/client/add-client.ts'
import { listLog } from '#usecases/log/list-log.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { openTestDesk, storyStart, type TestDesk } from '#tests/support/desk.ts'

const dayMs = 86_400_000
const operator = { kind: 'operator' } as const
const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-kits-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Three days with a few entries each, one of them denied. */
async function deskWithEntries(kind: 'sqlite' | 'postgresql'): Promise<TestDesk> {
  const story = await openTestDesk(kind)
  const { desk, clock } = story
  for (let day = 0; day < 3; day += 1) {
    const administrator = await story.as('administrator')
    for (let n = 0; n < 3; n += 1) {
      await desk.command(addClient, { name: `shop ${day}${n}`, scopes: ['gate'] }, administrator)
    }
    await expect(desk.command(addClient, { name: 'mine', scopes: ['gate'] }, await story.as('agent'))).rejects.toThrow()
    clock.set(clock.now() + dayMs)
  }
  return story
}

const filesOf = async (path: string) => {
  const zip = await openZip(path)
  try {
    const contents = zip.names.map(async (name): Promise<[string, string]> => [name, await text(zip.read(name))])
    return Object.fromEntries(await Promise.all(contents))
  } finally {
    await zip.close()
  }
}

describe.each(['sqlite', 'postgresql'] as const)('the export of a period on %s', (kind) => {
  let story: TestDesk
  const kit = join(folder, `${kind}.zip`)
  beforeAll(async () => {
    story = await deskWithEntries(kind)
  })

  test('holds the entries of its days and no others, as JSON Lines, as CSV and counted in the manifest', async () => {
    const made = await exportLogToFile(kit)(story.desk, { from: '2018-01-09', to: '2018-01-09' }, operator)
    expect(made).toMatchObject({ entries: 4, file: kit, href: null })
    expect(made.sha256).toBe(createHash('sha256').update(readFileSync(kit)).digest('hex'))

    const files = await filesOf(kit)
    expect(Object.keys(files).toSorted()).toEqual(['entries.csv', 'entries.jsonl', 'manifest.json'])
    const lines = (files['entries.jsonl'] ?? '').trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as { seq: number; leaf_hash: string; entry: { at: string } })
    expect(entries.map(({ entry }) => entry.at.slice(0, 10))).toEqual(Array(4).fill('2018-01-09'))
    expect(entries.map(({ seq }) => seq)).toEqual([4, 5, 6, 7])
    for (const [index, line] of lines.entries()) {
      const bytes = Buffer.from(line.slice('{"entry":'.length, line.lastIndexOf(',"leaf_hash":')))
      expect(() => decodeEntry(bytes)).not.toThrow()
      expect(Buffer.from(leafHash(bytes)).toString('hex')).toBe(entries[index]?.leaf_hash)
    }

    const sheet = parse(files['entries.csv'] ?? '', { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
    expect(sheet.map((row) => row['outcome'])).toEqual(['ok', 'ok', 'ok', 'denied'])
    expect(sheet[3]).toMatchObject({ seq: '7', what: 'command.denied', actor_type: 'staff', actor: 'AG-1' })

    const manifest = JSON.parse(files['manifest.json'] ?? '') as Record<string, unknown>
    expect(manifest).toMatchObject({
      entries: 4,
      first_seq: 4,
      last_seq: 7,
      left_out: [],
      filter: { from: '2018-01-09', to: '2018-01-09', time_zone: 'UTC' },
      made_by: { type: 'operator', ref: 'operator' },
      files: [
        { name: 'entries.jsonl', rows: 4, sha256: createHash('sha256').update(files['entries.jsonl'] ?? '').digest('hex') },
        { name: 'entries.csv', rows: 4, sha256: createHash('sha256').update(files['entries.csv'] ?? '').digest('hex') },
      ],
    })
  })

  test('verifies, and leaves an entry that names the kit by its hash', async () => {
    expect(await verifyKit(kit)).toEqual({ ok: true, entries: 4, firstFault: null })
    const { rows } = await story.desk.query(listLog, { what: 'log.exported' }, await story.as('auditor'))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ outcome: 'ok', actor: { type: 'operator' }, params: { entries: 4, first_seq: 4, last_seq: 7 } })
  })

  test('names the numbers between its first and last that lie outside the period', async () => {
    // A transaction that was long: written on the 9th, committed and numbered after the 10th.
    story.clock.set(storyStart + dayMs + 5_000)
    await story.desk.command(setSetting, { key: 'cooling_off_days', value: '6' }, operator)
    const path = join(folder, `${kind}-late.zip`)
    const made = await exportLogToFile(path)(story.desk, { from: '2018-01-09', to: '2018-01-09' }, operator)
    // The entry of the export above and the changed setting came to the four.
    expect(made.entries).toBeGreaterThan(4)
    const manifest = JSON.parse((await filesOf(path))['manifest.json'] ?? '') as { left_out: [number, number][] }
    expect(manifest.left_out).not.toEqual([])
    expect(await verifyKit(path)).toMatchObject({ ok: true, entries: made.entries })
  })

  test('of a period without entries is a kit without entries, and verifies', async () => {
    const path = join(folder, `${kind}-none.zip`)
    const made = await exportLogToFile(path)(story.desk, { from: '2001-01-01', to: '2001-12-31' }, operator)
    expect(made).toMatchObject({ entries: 0, firstSeq: null })
    expect(await verifyKit(path)).toEqual({ ok: true, entries: 0, firstFault: null })
  })
})

describe('a kit that somebody changed', () => {
  let files: Record<string, string>
  let story: TestDesk
  beforeAll(async () => {
    story = await deskWithEntries('sqlite')
    const path = join(folder, 'whole.zip')
    await exportLogToFile(path)(story.desk, { from: '2018-01-08', to: '2018-01-10' }, operator)
    files = await filesOf(path)
  })

  const sum = (content: string) => createHash('sha256').update(content).digest('hex')
  /** Packs files again, with sums that fit: what a careful forger would do. */
  async function packed(changed: Record<string, string>, mend = true): Promise<string> {
    const all = { ...files, ...changed }
    if (mend) {
      const manifest = JSON.parse(all['manifest.json'] ?? '') as { files: { name: string; sha256: string }[] }
      for (const file of manifest.files) file.sha256 = sum(all[file.name] ?? '')
      all['manifest.json'] = JSON.stringify(manifest)
    }
    const path = join(folder, `${crypto.randomUUID()}.zip`)
    const zip = new ZipFile()
    const options = { mtime: new Date(storyStart) }
    for (const [name, content] of Object.entries(all)) zip.addBuffer(Buffer.from(content), name, options)
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(path))
    return path
  }
  const lines = () => (files['entries.jsonl'] ?? '').trimEnd().split('\n')
  const joined = (all: readonly string[]) => `${all.join('\n')}\n`

  test('packed again unchanged it still verifies', async () => {
    expect(await verifyKit(await packed({}))).toMatchObject({ ok: true, entries: 12 })
  })

  test.each([
    ['one letter of an entry', () => lines().with(2, (lines()[2] ?? '').replace('"ok"', '"failed"')), /entries.jsonl line 3: the leaf hash/],
    ['an entry taken out', () => lines().toSpliced(5, 1), /entries.jsonl line 6: number 5 is missing/],
    ['two entries swapped', () => lines().with(4, lines()[5] ?? '').with(5, lines()[4] ?? ''), /entries.jsonl line 5: number 4 is missing/],
    ['an entry twice', () => lines().toSpliced(3, 0, lines()[2] ?? ''), /entries.jsonl line 4/],
    ['the last entries cut off', () => lines().slice(0, 8), /the last number is not the kit's/],
    ['a blank in an entry', () => lines().with(0, (lines()[0] ?? '').replace('"v":1', '"v": 1')), /entries.jsonl line 1: it is not an entry in its canonical form/],
  ])('finds %s', async (_what, change, fault) => {
    const verdict = await verifyKit(await packed({ 'entries.jsonl': joined(change()) }))
    expect(verdict.ok).toBe(false)
    expect(verdict.firstFault).toMatch(fault)
  })

  test('finds a file whose sum is no longer the manifest\'s', async () => {
    const verdict = await verifyKit(await packed({ 'entries.csv': `${files['entries.csv']}x` }, false))
    expect(verdict).toMatchObject({ ok: false, firstFault: expect.stringContaining('entries.csv: its SHA-256') as string })
  })

  test('finds a CSV that says something else than the entries', async () => {
    const verdict = await verifyKit(await packed({ 'entries.csv': (files['entries.csv'] ?? '').replace(',denied,', ',ok,') }))
    expect(verdict).toMatchObject({ ok: false, firstFault: 'entries.csv: number 3 differs from entries.jsonl line 4' })
  })

  test('refuses what is no archive, one cut short, and one with a file too many', async () => {
    const none = join(folder, 'none.zip')
    writeFileSync(none, 'not a zip')
    expect((await verifyKit(none)).ok).toBe(false)
    const whole = readFileSync(join(folder, 'whole.zip'))
    const short = join(folder, 'short.zip')
    writeFileSync(short, whole.subarray(0, whole.length - 400))
    expect((await verifyKit(short)).ok).toBe(false)
    expect((await verifyKit(await packed({ 'more.txt': 'x' }))).firstFault).toMatch(/other files/)
  })

  test('every byte of the archive counts: whichever is changed, it is found', async () => {
    const path = join(folder, 'flipped.zip')
    await exportLogToFile(path)(story.desk, { from: '2018-01-09', to: '2018-01-09' }, operator)
    const whole = readFileSync(path)
    const unseen: number[] = []
    for (let at = 0; at < whole.length; at += 1) {
      const bad = Buffer.from(whole)
      // One bit of it, and the next time all of them.
      bad[at] = (bad[at] ?? 0) ^ (at % 2 === 0 ? 0x01 : 0xff)
      writeFileSync(path, bad)
      if ((await verifyKit(path)).ok) unseen.push(at)
    }
    expect(unseen).toEqual([])
  })

  test('nothing can be put before, between or behind its files', async () => {
    const whole = readFileSync(join(folder, 'whole.zip'))
    const second = whole.indexOf(Buffer.from('PK\x03\x04', 'latin1'), 1)
    for (const at of [0, second, whole.length]) {
      const path = join(folder, 'longer.zip')
      writeFileSync(path, Buffer.concat([whole.subarray(0, at), Buffer.from('x'), whole.subarray(at)]))
      expect(await verifyKit(path), `at ${at}`).toMatchObject({ ok: false })
    }
  })

  test('one that is so large that its numbers are wide is read all the same, and guarded as well', async () => {
    const path = join(folder, 'wide.zip')
    const zip = new ZipFile()
    const options = { mtime: new Date(storyStart), forceZip64Format: true }
    for (const [name, content] of Object.entries(files)) {
      zip.addReadStream(Readable.from([Buffer.from(content)]), name, options)
    }
    zip.end({ forceZip64Format: true, comment: '' })
    await pipeline(zip.outputStream, createWriteStream(path))
    expect(await verifyKit(path)).toMatchObject({ ok: true, entries: 12 })
    const whole = readFileSync(path)
    // The directory and the end: what differs in a wide one.
    for (let at = whole.indexOf(Buffer.from('PK\x01\x02', 'latin1')); at < whole.length; at += 1) {
      const bad = Buffer.from(whole)
      bad[at] = (bad[at] ?? 0) ^ 0x01
      writeFileSync(path, bad)
      expect(await verifyKit(path), `byte ${at}`).toMatchObject({ ok: false })
    }
  })
})

describe('an export on screen', () => {
  let story: TestDesk
  beforeAll(async () => {
    story = await deskWithEntries('sqlite')
  })
  const period = { from: '2018-01-08', to: '2018-01-10' }
  const exportsOf = () => join(story.desk.config.dataDirectory, 'exports')
  const idOf = (href: string) => href.split('/').at(-1) ?? ''
  const make = async () => exportLog.run(story.desk, period, await story.as('auditor'))

  test('can be fetched once, by the auditor who asked for it', async () => {
    const made = await make()
    expect(made).toMatchObject({ entries: 12, file: 'rightsdesk-log-2018-01-08-2018-01-10.zip' })
    const { id } = await story.staffOf('auditor')
    const other = await story.staffOf('auditor', '2')
    expect(await takeKit(exportsOf(), idOf(made.href), other.id, story.clock.now())).toBeNull()
    const taken = await takeKit(exportsOf(), idOf(made.href), id, story.clock.now())
    const bytes = await taken?.file.readFile()
    await taken?.file.close()
    expect(createHash('sha256').update(bytes ?? '').digest('hex')).toBe(made.sha256)
    expect(await takeKit(exportsOf(), idOf(made.href), id, story.clock.now())).toBeNull()
    expect(readdirSync(exportsOf())).toEqual([])
  })

  test('is fetched by one of two who ask at the same moment', async () => {
    const made = await make()
    const { id } = await story.staffOf('auditor')
    const both = await Promise.all([1, 2].map(() => takeKit(exportsOf(), idOf(made.href), id, story.clock.now())))
    expect(both.filter((taken) => taken !== null)).toHaveLength(1)
    for (const taken of both) await taken?.file.close()
  })

  test('can not be fetched after ten minutes, and is cleared away', async () => {
    const made = await make()
    story.clock.set(story.clock.now() + 600_000)
    const { id } = await story.staffOf('auditor')
    expect(await takeKit(exportsOf(), idOf(made.href), id, story.clock.now())).toBeNull()
    await make()
    expect(readdirSync(exportsOf()).filter((name) => name.startsWith(idOf(made.href)))).toEqual([])
  })

  test('is refused to everybody else before anything is made, and the attempt is on record', async () => {
    const before = existsSync(exportsOf()) ? readdirSync(exportsOf()).length : 0
    for (const role of ['agent', 'supervisor', 'administrator'] as const) {
      await expect(exportLog.run(story.desk, period, await story.as(role))).rejects.toMatchObject({ code: 'not_allowed' })
    }
    expect(readdirSync(exportsOf())).toHaveLength(before)
    const { rows } = await story.desk.query(listLog, { outcome: 'denied' }, await story.as('auditor'))
    expect(rows.filter((row) => row.params['query'] === 'log.begin_export')).toHaveLength(3)
  })

  test('never writes where an auditor says: only the command line names a file', async () => {
    const path = join(folder, 'by-auditor.zip')
    await expect(exportLogToFile(path)(story.desk, period, await story.as('auditor'))).rejects.toMatchObject({ code: 'not_allowed' })
    expect(existsSync(path)).toBe(false)
  })

  test('of days that are none, or the wrong way round, is refused with the field', async () => {
    const auditor = await story.as('auditor')
    await expect(exportLog.run(story.desk, { from: '2018-02-30', to: '2018-03-01' }, auditor)).rejects.toMatchObject({ fields: { from: 'date' } })
    await expect(exportLog.run(story.desk, { from: '2018-02-02', to: '2018-02-01' }, auditor)).rejects.toMatchObject({ fields: { to: 'range' } })
  })

  test('leaves an existing file alone, and says which folder is missing', async () => {
    const path = join(folder, 'mine.zip')
    writeFileSync(path, 'mine')
    await expect(exportLogToFile(path)(story.desk, period, operator)).rejects.toMatchObject({ reason: 'file_exists' })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    const missing = join(folder, 'no', 'kit.zip')
    await expect(exportLogToFile(missing)(story.desk, period, operator)).rejects.toMatchObject({ reason: 'folder_missing' })
  })
})
