import { refusedRow } from '#usecases/import/row-reasons.ts'
import type { FileRow } from './rows.ts'
import type { BatchRow, Importer } from './importer.ts'
import type { Reject } from './rejects-file.ts'

/** Some rows of a file, in its order: those that could be read, and those that could not. */
export interface Batch<T> {
  readonly rows: readonly BatchRow<T>[]
  readonly unreadable: readonly Reject[]
}

/**
 * Cuts a file into batches. A batch ends when it has `size()` rows, or before a row that may not meet one that it
 * already holds.
 */
export async function* batchesOf<T>(
  rows: AsyncIterator<FileRow>,
  importer: Importer<T>,
  now: () => number,
  size: () => number,
): AsyncGenerator<Batch<T>> {
  const empty = () => ({ rows: [] as BatchRow<T>[], unreadable: [] as Reject[], keys: new Set<string>() })
  let batch = empty()
  const fresh = (): Batch<T> => {
    const full = batch
    batch = empty()
    return full
  }
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    const row = next.value
    const read = 'cells' in row ? importer.read(row.cells, now()) : refusedRow(null, row.reason)
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
