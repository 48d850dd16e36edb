import type { ImportKind } from '../import/import-kind.ts'

/** How many rows came to what. `partial` ones are loaded without a bad cell; the four add up to `rowsDone`. */
export interface ImportCounts {
  readonly accepted: number
  readonly partial: number
  readonly unchanged: number
  readonly rejected: number
}

/** One file being imported, known by what is in it, not by its name. */
export interface ImportRunRecord extends ImportCounts {
  readonly id: string
  readonly kind: ImportKind
  readonly fileSha256: string
  readonly rowsDone: number
  readonly startedAt: number
  readonly endedAt: number | null
}

export interface ImportStore {
  run(kind: ImportKind, fileSha256: string): Promise<ImportRunRecord | null>
  byId(id: string): Promise<ImportRunRecord | null>
  /** Begins a run, or the same one again from its first row. */
  restart(run: Pick<ImportRunRecord, 'id' | 'kind' | 'fileSha256'>, now: number): Promise<ImportRunRecord>
  finish(id: string, now: number): Promise<void>
}
