import { z } from 'zod'
import { csvSafe } from '#domain/audit/csv-safe.ts'
import { decodeEntry, type AuditEntry } from '#domain/audit/entry.ts'
import { canonicalJson } from '#domain/audit/canonical-json.ts'

/** The files of a kit, by their names in the archive. */
export const kitFiles = { jsonl: 'entries.jsonl', csv: 'entries.csv', manifest: 'manifest.json' } as const

export const kitFormat = 'rightsdesk-log-kit'

/** One numbered entry on its way into a kit. */
export interface KitEntry {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
}

/** The columns of the CSV, each with what it means: the manifest's dictionary. */
export const csvColumns = [
  ['seq', 'integer', 'Number of the entry: the 0-based index of its leaf in the log'],
  ['id', 'uuid', 'Random id of the entry'],
  ['at', 'time', 'When, UTC, in milliseconds'],
  ['what', 'code', 'What happened'],
  ['outcome', 'code', 'ok, denied or failed'],
  ['actor_type', 'code', 'staff, client, system, operator or nobody'],
  ['actor_id', 'uuid or code', 'Who, as the entry says it; empty for nobody'],
  ['actor', 'text', 'Personnel number or client name at the time of the export; not part of the entry'],
  ['case_code', 'text', 'Code of the case, nine characters'],
  ['call_id', 'uuid', 'Id of the call'],
  ['subjects', 'text', 'Random ids of the subjects, separated by blanks'],
  ['data', 'json', 'Codes, integers, hashes and ids'],
  ['commitments', 'json', 'Name to HMAC-SHA-256(salt, name, 0x1F, value) in base64url'],
  ['leaf_hash', 'hex', 'SHA-256(0x00, canonical bytes of the entry)'],
] as const

/** Where the actor's label stands: the one cell that can not be derived from the entry. */
export const labelColumn = csvColumns.findIndex(([name]) => name === 'actor')

export const KitManifest = z.object({
  format: z.literal(kitFormat),
  v: z.literal(1),
  made_at: z.iso.datetime(),
  made_by: z.object({ type: z.enum(['staff', 'operator']), ref: z.string() }),
  rightsdesk: z.string(),
  filter: z.object({ from: z.iso.date(), to: z.iso.date(), time_zone: z.literal('UTC') }),
  entries: z.int().min(0),
  first_seq: z.int().min(0).nullable(),
  last_seq: z.int().min(0).nullable(),
  /** Ranges of numbers between the first and the last whose entries lie outside the period. */
  left_out: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  files: z.array(
    z.object({
      name: z.string(),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  columns: z.array(z.object({ file: z.string(), name: z.string(), type: z.string(), meaning: z.string() })),
})
export type KitManifest = z.infer<typeof KitManifest>

/**
 * One line of the JSONL: canonical JSON itself, so that the entry's own bytes stand in it unchanged between
 * `{"entry":` and `,"leaf_hash":`.
 */
export function jsonlLine({ seq, bytes, hash }: KitEntry): string {
  return `{"entry":${Buffer.from(bytes).toString('utf8')},"leaf_hash":"${hex(hash)}","seq":${seq}}\n`
}

const Line = z.strictObject({
  entry: z.record(z.string(), z.unknown()),
  leaf_hash: z.string().regex(/^[0-9a-f]{64}$/),
  seq: z.int().min(0),
})

/** Reads what {@link jsonlLine} wrote, without its line end. Null for anything that is not exactly that. */
export function readJsonlLine(
  line: string,
): { seq: number; leafHash: string; bytes: Uint8Array; entry: AuditEntry } | null {
  try {
    const { entry, leaf_hash: leafHash, seq } = Line.parse(JSON.parse(line))
    const bytes = canonicalJson(entry as Parameters<typeof canonicalJson>[0])
    const exact = jsonlLine({ seq, bytes, hash: Buffer.from(leafHash, 'hex') }) === `${line}\n`
    return exact ? { seq, leafHash, bytes, entry: decodeEntry(bytes) } : null
  } catch {
    return null
  }
}

/** The cells of one entry, in the order of {@link csvColumns}. No spreadsheet computes any of them. */
export function csvCells(seq: number, entry: AuditEntry, leafHash: string, label: string): string[] {
  const cells = [
    String(seq),
    entry.id,
    entry.at,
    entry.what,
    entry.outcome,
    entry.actor.type,
    entry.actor.id ?? '',
    label,
    entry.case ?? '',
    entry.call ?? '',
    entry.subjects.join(' '),
    JSON.stringify(entry.data),
    JSON.stringify(entry.commit),
    leafHash,
  ]
  return cells.map(csvSafe)
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
