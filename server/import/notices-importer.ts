import { randomUUID } from 'node:crypto'
import { readNoticeRow, type NoticeRow } from '#usecases/import/notice-row.ts'
import type { Database } from '../db/client.ts'
import type { RawQueries } from '../db/raw.ts'
import { textSha256 } from '../db/stores/consent-store.ts'
import { toDate, toDateOrNull } from '../db/time.ts'
import type { BatchRow, Importer, RowOutcome } from './importer.ts'

interface StoredNotice {
  title: string
  text_sha256: string
  control: string
  prominence: string
  bundled_with: string | null
  valid_from: string
  valid_to: string | null
}

/** Imports notices. What was shown to people is never changed: other words under a known version are refused. */
export function noticesImporter({ database }: { database: Database }): Importer<NoticeRow> {
  return {
    kind: 'notices',
    read: readNoticeRow,
    keysOf({ purpose, version, locale }) {
      const keys = [[purpose, version, locale].join('\u001f')]
      return { leaves: keys, mayNotMeet: keys }
    },
    async prepare(rows, now) {
      const fresh: NoticeRow[] = []
      const outcomes: RowOutcome[] = []
      for (const { value } of rows as readonly BatchRow<NoticeRow>[]) {
        const [known] = await database.raw.all<StoredNotice>(
          `SELECT title, text_sha256, control, prominence, bundled_with, valid_from, valid_to FROM notice
           WHERE purpose = ? AND version = ? AND locale = ?`,
          [value.purpose, value.version, value.locale],
        )
        if (known === undefined) fresh.push(value)
        if (known === undefined) outcomes.push({ outcome: 'accepted' })
        else if (isSame(known, value)) outcomes.push({ outcome: 'unchanged' })
        else outcomes.push({ outcome: 'rejected', fault: { field: 'version', reason: 'notice-differs' } })
      }
      // Somebody who adds the same version meanwhile is met by the unique index, and the batch is prepared again.
      return { outcomes, workItems: [], jobs: [], events: [], write: (queries) => insert(queries, fresh, now) }
    },
  }
}

const isSame = (known: StoredNotice, row: NoticeRow): boolean =>
  known.text_sha256 === textSha256(row.text) && known.title === row.title && known.control === row.control &&
  known.prominence === row.prominence && known.bundled_with === row.bundledWith &&
  Date.parse(known.valid_from) === row.validFrom &&
  (known.valid_to === null ? null : Date.parse(known.valid_to)) === row.validTo

async function insert(queries: RawQueries, rows: readonly NoticeRow[], now: number): Promise<void> {
  await queries.runMany(
    `INSERT INTO notice (id, purpose, version, locale, title, text, text_sha256, control, prominence, bundled_with,
       valid_from, valid_to, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    rows.map((row) => [
      randomUUID(), row.purpose, row.version, row.locale, row.title, row.text, textSha256(row.text), row.control,
      row.prominence, row.bundledWith, toDate(row.validFrom), toDateOrNull(row.validTo), toDate(now),
    ]),
  )
}
