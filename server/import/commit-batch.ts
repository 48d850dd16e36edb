import type { ImportRunRecord } from '#usecases/ports/import-store.ts'
import type { Container } from '../container.ts'
import { appendEntry } from '../db/audit-writer.ts'
import { DatabaseError } from '../db/errors.ts'
import type { RawQueries } from '../db/raw.ts'
import type { Batch } from './batches.ts'
import { enqueueRaw, raiseRaw } from './enqueue-raw.ts'
import { ImportFault } from './import-fault.ts'
import { Moved, type Importer, type PreparedBatch, type RowOutcome } from './importer.ts'
import type { Reject, RejectsFile } from './rejects-file.ts'

/** How often a batch is prepared anew because somebody else wrote in between. */
const attempts = 10

type Counts = Pick<ImportRunRecord, 'accepted' | 'partial' | 'unchanged' | 'rejected'>

/**
 * Commits one batch: its rows, work and jobs, the place in the file, and one entry in the log. All of it or nothing.
 *
 * @returns the run as it stands now, and how long the transaction took in ms
 */
export async function commitBatch<T>(
  desk: Container,
  importer: Importer<T>,
  run: ImportRunRecord,
  batch: Batch<T>,
  rejects: RejectsFile,
): Promise<{ run: ImportRunRecord; ms: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const now = desk.runtime.clock.now()
    const prepared = await importer.prepare(batch.rows, now)
    const { counts, listed } = judge(batch, prepared.outcomes)
    const began = performance.now()
    try {
      await desk.database.raw.transaction(async (queries) => {
        await advance(queries, run, batch, counts)
        await prepared.write(queries)
        await note(queries, run, prepared, counts, now)
        // Before the commit: a line too many is dropped when the run goes on, a line too few would be lost.
        await rejects.add(listed)
      })
    } catch (fault) {
      if (attempt < attempts && movedOn(fault)) continue
      throw fault
    }
    const rows = batch.rows.length + batch.unreadable.length
    return { run: { ...run, ...sum(run, counts), rowsDone: run.rowsDone + rows }, ms: performance.now() - began }
  }
}

/** Somebody else wrote the same rows first: what was prepared no longer fits. */
const movedOn = (fault: unknown): boolean =>
  fault instanceof Moved ||
  (fault instanceof DatabaseError && (fault.fault === 'unique' || fault.fault === 'write_conflict' || fault.fault === 'foreign_key'))

function judge<T>(batch: Batch<T>, outcomes: readonly RowOutcome[]): { counts: Counts; listed: Reject[] } {
  const counts = { accepted: 0, partial: 0, unchanged: 0, rejected: batch.unreadable.length }
  const listed: Reject[] = [...batch.unreadable]
  for (const [index, { line, faults }] of batch.rows.entries()) {
    const outcome = outcomes[index]
    if (outcome === undefined || outcome.outcome === 'rejected') {
      counts.rejected += 1
      // What was wrong with its cells is often why: whoever mends the row sees both.
      listed.push({ line, outcome: 'rejected', faults: outcome === undefined ? faults : [outcome.fault, ...faults] })
    } else if (faults.length > 0) {
      counts.partial += 1
      listed.push({ line, outcome: 'partial', faults })
    } else {
      counts[outcome.outcome] += 1
    }
  }
  return { counts, listed: listed.toSorted((a, b) => a.line - b.line) }
}

const sum = (a: Counts, b: Counts): Counts => ({
  accepted: a.accepted + b.accepted,
  partial: a.partial + b.partial,
  unchanged: a.unchanged + b.unchanged,
  rejected: a.rejected + b.rejected,
})

/** Moves the run on, if it still stands where we left it. @throws ImportFault when another process moved it */
async function advance<T>(queries: RawQueries, run: ImportRunRecord, batch: Batch<T>, counts: Counts): Promise<void> {
  const { accepted, partial, unchanged, rejected } = sum(run, counts)
  const rows = batch.rows.length + batch.unreadable.length
  const moved = await queries.run(
    `UPDATE import_run SET rows_done = ?, accepted = ?, partial = ?, unchanged = ?, rejected = ?
     WHERE id = ? AND rows_done = ? AND ended_at IS NULL`,
    [run.rowsDone + rows, accepted, partial, unchanged, rejected, run.id, run.rowsDone],
  )
  if (moved !== 1) throw new ImportFault('running_already', 'Another process is importing this very file: let it end first.')
}

async function note(
  queries: RawQueries,
  run: ImportRunRecord,
  prepared: PreparedBatch,
  counts: Counts,
  now: number,
): Promise<void> {
  await raiseRaw(queries, prepared.workItems, now)
  await enqueueRaw(queries, prepared.jobs, now)
  const data = { run: run.id, kind: run.kind, file: run.fileSha256, from_row: run.rowsDone, ...counts }
  for (const event of [...prepared.events, { what: 'import.batch_committed' as const, data }]) {
    await appendEntry(queries, { actor: { type: 'operator', id: 'operator' }, at: now, outcome: 'ok', event })
  }
}
