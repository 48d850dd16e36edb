import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#server/db/client.ts'

/** Something that must be nowhere, by the name that a failing test shows instead of it. */
export interface Canary {
  readonly name: string
  readonly value: string
}

/** A place that was searched: a file, a column, what a process said. */
export interface Haystack {
  readonly place: string
  readonly bytes: Buffer
}

interface Needle {
  readonly form: string
  readonly bytes: Buffer
}

/**
 * How a value can hide: UTF-8, UTF-16 in both orders, hex, and base64 wherever in a longer text it begins. Of base64
 * only the part that depends on the value alone is searched for, in both alphabets.
 */
function needlesOf(value: string): Needle[] {
  const needles: Needle[] = []
  for (const text of new Set([value, value.toLowerCase(), value.toUpperCase(), value.normalize('NFD')])) {
    const utf8 = Buffer.from(text, 'utf8')
    const utf16 = Buffer.from(text, 'utf16le')
    needles.push({ form: 'utf-8', bytes: utf8 }, { form: 'utf-16le', bytes: utf16 }, { form: 'utf-16be', bytes: Buffer.from(utf16).swap16() })
    needles.push({ form: 'hex', bytes: Buffer.from(utf8.toString('hex')) }, { form: 'HEX', bytes: Buffer.from(utf8.toString('hex').toUpperCase()) })
    const escaped = JSON.stringify(text).slice(1, -1).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    needles.push({ form: 'json', bytes: Buffer.from(escaped) }, { form: 'url', bytes: Buffer.from(encodeURIComponent(text)) })
    for (const shift of [0, 1, 2]) {
      const encoded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64').replace(/=+$/, '')
      // The first symbols carry the bytes before, the last one those after.
      const own = encoded.slice(Math.ceil((shift * 8) / 6), -1)
      needles.push({ form: 'base64', bytes: Buffer.from(own) })
      needles.push({ form: 'base64url', bytes: Buffer.from(own.replaceAll('+', '-').replaceAll('/', '_')) })
    }
  }
  return needles
}

/** The digits of a phone or an id, whatever somebody put between them. */
function digitsOf(value: string): RegExp | null {
  const digits = value.replace(/\D/g, '')
  return digits.length < 8 ? null : new RegExp([...digits].join('[ ().\\-/\\u00a0]{0,2}'))
}

/** Every canary in every haystack: `<canary> as <form> in <place>`. Never the value itself. */
export function findCanaries(canaries: readonly Canary[], haystacks: readonly Haystack[]): string[] {
  const found = new Set<string>()
  for (const { name, value } of canaries) {
    const needles = needlesOf(value)
    const digits = digitsOf(value)
    for (const { place, bytes } of haystacks) {
      for (const needle of needles) if (bytes.includes(needle.bytes)) found.add(`${name} as ${needle.form} in ${place}`)
      if (digits?.test(bytes.toString('latin1')) === true) found.add(`${name} as digits in ${place}`)
    }
  }
  return [...found]
}

/** Every file below a folder. */
export function filesBelow(folder: string): Haystack[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ place: path.slice(folder.length + 1), bytes: readFileSync(path) }))
}

/**
 * The database as bytes: on SQLite the file and its write-ahead log as they lie on the disk; on PostgreSQL every
 * value of every column of every table, as a dump would hold it.
 */
export async function databaseBytes(database: Database, url: string): Promise<Haystack[]> {
  if (database.kind === 'sqlite') {
    const path = url.slice('file:'.length)
    return ['', '-wal', '-shm'].flatMap((suffix) => {
      const file = `${path}${suffix}`
      return statSync(file, { throwIfNoEntry: false }) === undefined ? [] : [{ place: `database${suffix}`, bytes: readFileSync(file) }]
    })
  }
  const columns = await database.raw.all<{ table: string; column: string; type: string }>(
    `SELECT table_name AS "table", column_name AS "column", data_type AS type FROM information_schema.columns
     WHERE table_schema = current_schema()`,
  )
  const haystacks: Haystack[] = []
  for (const { table, column, type } of columns) {
    const value = type === 'bytea' ? `"${column}"` : `CAST("${column}" AS text)`
    const rows = await database.raw.all<{ value: string | Uint8Array | null }>(`SELECT ${value} AS value FROM "${table}"`)
    const bytes = rows.flatMap((row) => (row.value === null ? [] : [Buffer.from(row.value as string), Buffer.from('\n')]))
    haystacks.push({ place: `${table}.${column}`, bytes: Buffer.concat(bytes) })
  }
  return haystacks
}

/** Takes down what this process says on its standard streams, until `end`. Nothing is held back. */
export function listenToProcess(): { heard(): Haystack[]; end(): void } {
  const streams = [process.stdout, process.stderr] as const
  const chunks: Buffer[][] = [[], []]
  const originals = streams.map((stream) => stream.write.bind(stream))
  streams.forEach((stream, index) => {
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      chunks[index]?.push(Buffer.from(chunk as string))
      return (originals[index] as (...all: unknown[]) => boolean)(chunk, ...rest)
    }) as typeof stream.write
  })
  return {
    heard: () => ['stdout', 'stderr'].map((place, index) => ({ place, bytes: Buffer.concat(chunks[index] ?? []) })),
    end: () => streams.forEach((stream, index) => (stream.write = originals[index] as typeof stream.write)),
  }
}
