import type { FileRow } from './rows.ts'
import type { BatchRow, Importer } from './importer.ts'
import type { Reject } from './rejects-file.ts'

/** Some rows of a file, in its order: those that could be read, and those that could not. */
export interface Batch<T> {
  readonly rows: readonly BatchRow<T>[]
  readonly unreadable: readonly Reject[]
}

/**
 * Cuts a file into batches. A batch ends when it has `size()` rows, or before a row that may not meet one that it already
 * holds.
 */
export async function* batchesOf<T>(
  rows: AsyncIterator<FileRow>,
  importer: Importer<T>,
  now: () => number,
  size: () => number,
): AsyncGenerator<Batch<T>> {
  let batch: { rows: BatchRow<T>[]; unreadable: Reject[]; keys: Set<string> } = { rows: [], unreadable: [], keys: new Set() }
  const fresh = () => {
    const full = { rows: batch.rows, unreadable: batch.unreadable }
    batch = { rows: [], unreadable: [], keys: new Set() }
    return full
  }
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    const row = next.value
    const read = 'cells' in row ? importer.read(row.cells, now()) : { ok: false as const, faults: [{ field: null, reason: row.reason }] as const }
    if (read.ok) {
      const { leaves, mayNotMeet } = importer.keysOf(read.value)
      if (mayNotMeet.some((key) => batch.keys.has(key))) yield fresh()
      for (const key of leaves) batch.keys.add(key)
      batch.rows.push({ line: row.line, value: read.value, faults: read.faults })
    } else {
      batch.unreadable.push({ line: row.line, outcome: 'rejected', faults: read.faults })
    }
    if (batch.rows.length + batch.unreadable.length >= size()) yield fresh()
  }
  if (batch.rows.length + batch.unreadable.length > 0) yield fresh()
}
