import type { Cells } from '#usecases/import/cells.ts'
import type { ImportColumns } from '#usecases/import/import-kind.ts'
import type { RowReason } from '#usecases/import/row-reasons.ts'
import { csvRows } from './csv-rows.ts'
import { ndjsonRows } from './ndjson-rows.ts'
import type { FileFacts } from './preflight.ts'

/** One row of a file, or why it is none. `line` is the line in which it begins, counted from 1. */
export type FileRow =
  | { readonly line: number; readonly cells: Cells }
  | { readonly line: number; readonly reason: RowReason }

/** The rows of a file, one after the other. @throws ImportFault when the header lacks a column */
export function rowsOf(file: FileFacts, columns: ImportColumns, say: (line: string) => void): AsyncIterable<FileRow> {
  return file.format === 'csv' ? csvRows(file.path, columns, say) : ndjsonRows(file.path)
}
