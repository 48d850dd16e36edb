import { setTimeout as pause } from 'node:timers/promises'
import type { Principal } from '#usecases/actor.ts'
import type { Command } from '#usecases/command.ts'
import { importColumns } from '#usecases/import/import-kind.ts'
import type { ImportCounts, ImportRunRecord } from '#usecases/ports/import-store.ts'
import type { Container } from '../container.ts'
import { batchesOf } from './batches.ts'
import { commitBatch } from './commit-batch.ts'
import type { Importer } from './importer.ts'
import { inspectFile, type FileFacts } from './preflight.ts'
import { Progress } from './progress.ts'
import { RejectsFile } from './rejects-file.ts'
import { rowsOf, type FileRow } from './rows.ts'

const mostRows = 1_000

/** How an import shares the database: how many rows a transaction holds, and how long it waits before the next. */
export interface ImportPace {
  readonly fewestRows: number
  /** What a transaction aims at, ms: whoever else writes waits no longer. */
  readonly aimedMs: number
  readonly pauseMs: number
}

/**
 * Others write meanwhile. Not fewer rows than a hundred: on a slow disk the commit itself takes longer than what is
 * aimed at, and smaller ones only mean more of them. Without a pause nobody else gets a turn: p95 of 531 ms became
 * 2.4 ms by it (stack book).
 */
const besideOthers: ImportPace = { fewestRows: 100, aimedMs: 20, pauseMs: 5 }

/** Nobody else is at the desk yet. */
export const alone: ImportPace = { fewestRows: mostRows, aimedMs: 0, pauseMs: 0 }

/** What an import came to. */
export interface ImportResult extends ImportCounts {
  readonly rows: number
  /** Null when there is nothing in it. */
  readonly rejectsFile: string | null
}

/** The two audited commands between which the batches of one kind are written. */
export interface ImportCommands {
  readonly begin: Command<{ fileSha256: string; afresh: boolean }, ImportRunRecord>
  readonly finish: Command<{ runId: string }, ImportCounts & { rows: number }>
}

/**
 * Imports one file: inspects it whole, then loads it in batches, each committed with its counts, its place in the file
 * and its audit entry. Killed at any moment it goes on after the last batch. The batches bypass the command runner,
 * since Prisma is too slow for them; the two commands around them check who asks.
 *
 * @throws ImportFault for a file that can not be imported at all, AppError
 */
export async function runImport<T>(
  desk: Container,
  importer: Importer<T>,
  commands: ImportCommands,
  file: string,
  principal: Principal,
  say: (line: string) => void,
  pace = besideOthers,
): Promise<ImportResult> {
  const facts = await inspectFile(file)
  const rejects = new RejectsFile(file)
  const begin = (afresh: boolean) =>
    desk.command(commands.begin, { fileSha256: facts.sha256, afresh }, principal)
  // The header is read before anything is written: a file that lacks a column leaves no trace.
  let rows = await opened(facts, importer, say)
  let run = await begin(false)
  if (run.rowsDone > 0) {
    const line = await skip(rows, run.rowsDone)
    if (run.rejected + run.partial === 0 || (await rejects.goOnAfter(line))) {
      say(`going on after row ${run.rowsDone}, where an earlier run of this file was broken off`)
    } else {
      // What it rejected is no longer known: rows that are loaded already are found unchanged.
      rows = await opened(facts, importer, say)
      run = await begin(true)
    }
  }
  if (run.rowsDone === 0) await rejects.startAfresh()
  try {
    await load(desk, importer, run, facts, rows, rejects, say, pace)
  } finally {
    await rejects.close()
  }
  const counts = await desk.command(commands.finish, { runId: run.id }, principal)
  return { ...counts, rejectsFile: counts.rejected + counts.partial > 0 ? rejects.path : null }
}

/** The rows of the file, with the first one read already, and with it the header. */
async function opened<T>(
  facts: FileFacts,
  importer: Importer<T>,
  say: (line: string) => void,
): Promise<AsyncIterator<FileRow>> {
  const rows = rowsOf(facts, importColumns[importer.kind], say)[Symbol.asyncIterator]()
  const first = await rows.next()
  return (async function* () {
    if (first.done === true) return
    yield first.value
    for (let next = await rows.next(); next.done !== true; next = await rows.next()) yield next.value
  })()
}

/** Passes over rows that are done; the line of the last one. */
async function skip(rows: AsyncIterator<FileRow>, count: number): Promise<number> {
  let line = 0
  for (let done = 0; done < count; done += 1) {
    const next = await rows.next()
    if (next.done === true) break
    line = next.value.line
  }
  return line
}

async function load<T>(
  desk: Container,
  importer: Importer<T>,
  run: ImportRunRecord,
  facts: FileFacts,
  rows: AsyncIterator<FileRow>,
  rejects: RejectsFile,
  say: (line: string) => void,
  { fewestRows, aimedMs, pauseMs }: ImportPace,
): Promise<void> {
  const progress = new Progress(facts.rows, run.rowsDone, say)
  let size = Math.max(fewestRows, 200)
  let at = run
  for await (const batch of batchesOf(rows, importer, () => desk.runtime.clock.now(), () => size)) {
    const committed = await commitBatch(desk, importer, at, batch, rejects)
    at = committed.run
    size = Math.round(Math.min(mostRows, Math.max(fewestRows, (size * aimedMs) / Math.max(committed.ms, 1))))
    progress.at(at.rowsDone)
    if (pauseMs > 0) await pause(pauseMs)
  }
}
