import { cellOf, cellText, keyText, type Cell, type Row } from '#domain/erasure/cell.ts'
import type { CollectionWork } from '#domain/erasure/erasure-work.ts'
import type { Asking, Fetch } from '#domain/erasure/fetch.ts'
import { isThisIdentity } from '#domain/erasure/identity-match.ts'

/** Tables as arrays: what a connector answers, without a database, for thousands of random ones. */
export class MemoryDatabase {
  readonly tables: Map<string, Row[]>

  constructor(tables: Readonly<Record<string, readonly Row[]>>) {
    this.tables = new Map(Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => ({ ...row }))]))
  }

  answer<Result>(asking: Asking<Result>): Result {
    let step = asking.next([])
    while (!step.done) step = asking.next(this.#rows(step.value))
    return step.value
  }

  rows(table: string): readonly Row[] {
    return this.tables.get(table) ?? []
  }

  /** Does the work as a connector does: masks first, then deletes, collection by collection. */
  perform(work: readonly CollectionWork[]): void {
    for (const { collection, key, masks } of work) {
      for (const mask of masks) this.#change(collection, key, mask.key, (row) => ({ ...row, ...mask.set }))
    }
    for (const { collection, key, deletes } of work) {
      for (const one of deletes) this.#change(collection, key, one, () => null)
    }
  }

  #change(table: string, key: readonly string[], wanted: readonly Cell[], to: (row: Row) => Row | null): void {
    const rows = this.rows(table).flatMap((row): Row[] => {
      if (keyText(key.map((column) => cellOf(row, column))) !== keyText(wanted)) return [row]
      const changed = to(row)
      return changed === null ? [] : [changed]
    })
    this.tables.set(table, rows)
  }

  #rows(fetch: Fetch): Row[] {
    const fits = (row: Row): boolean => {
      switch (fetch.by) {
        case 'identity':
          return fetch.fields.some(({ field, identities }) =>
            identities.some((identity) => isThisIdentity(identity, cellOf(row, field))),
          )
        case 'values': {
          const text = cellText(cellOf(row, fetch.field))
          return text !== null && fetch.values.some((value) => cellText(value) === text)
        }
        case 'keys': {
          const text = keyText(fetch.key.map((column) => cellOf(row, column)))
          return fetch.keys.some((key) => keyText(key) === text)
        }
      }
    }
    const asked = (row: Row) => Object.fromEntries(fetch.columns.map((column) => [column, cellOf(row, column)]))
    return this.rows(fetch.collection).filter(fits).map(asked)
  }
}
