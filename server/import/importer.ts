import type { Cells } from '#usecases/import/cells.ts'
import type { ImportKind } from '#usecases/import/import-kind.ts'
import type { ReadRow, RowFault } from '#usecases/import/row-reasons.ts'
import type { AuditEvent, JobRequest } from '#usecases/event.ts'
import type { WorkItemRecord } from '#usecases/ports/work-item-store.ts'
import type { RawQueries } from '../db/raw.ts'

/** A usable row with where it stands. */
export interface BatchRow<T> {
  readonly line: number
  readonly value: T
  /** What was wrong with single cells of it; the row is loaded without them. */
  readonly faults: readonly RowFault[]
}

/** How one row ended. */
export type RowOutcome =
  | { readonly outcome: 'accepted' | 'unchanged' }
  | { readonly outcome: 'rejected'; readonly fault: RowFault }

/** A batch that is ready to be written: outcomes in the order of its rows, and the one way to write it. */
export interface PreparedBatch {
  readonly outcomes: readonly RowOutcome[]
  readonly workItems: readonly Pick<WorkItemRecord, 'kind' | 'ref' | 'source'>[]
  readonly jobs: readonly JobRequest[]
  /** Entries of single rows, beside that of the batch. */
  readonly events: readonly AuditEvent[]
  /**
   * Writes inside the batch's transaction.
   *
   * @throws Moved when what was read before it has changed since: the batch is prepared again
   */
  write(queries: RawQueries): Promise<void>
}

/** Somebody else wrote between the reading and the writing of a batch. */
export class Moved extends Error {}

/** How the rows of one kind of file are read, prepared and written. */
export interface Importer<T> {
  readonly kind: ImportKind
  read(cells: Cells, now: number): ReadRow<T>
  /**
   * What a row leaves behind in its batch, and what it may not meet there: a row that has to be compared with what an
   * earlier one did begins a new batch.
   */
  keysOf(value: T): { readonly leaves: readonly string[]; readonly mayNotMeet: readonly string[] }
  /** Reads what is on file and does the slow part, the cryptography, outside of the transaction. */
  prepare(rows: readonly BatchRow<T>[], now: number): Promise<PreparedBatch>
}
