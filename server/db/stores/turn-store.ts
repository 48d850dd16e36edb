import type { TurnStore } from '#usecases/ports/turn-store.ts'
import type { DatabaseScope } from '../scope.ts'

/**
 * Turns by a locked row. SQLite has one writer at a time, so that nothing is asked there. PostgreSQL's lock lets
 * foreign keys to the row pass (`NO KEY`), and rows are locked in one order, so that no two wait for each other.
 */
export function turnStore({ raw, kind }: Pick<DatabaseScope, 'raw' | 'kind'>): TurnStore {
  async function take(table: 'staff' | 'subject', ids: readonly string[]): Promise<boolean> {
    if (kind === 'sqlite') return false
    for (const id of [...new Set(ids)].toSorted()) {
      await raw.all(`SELECT id FROM ${table} WHERE id = ? FOR NO KEY UPDATE`, [id])
    }
    return true
  }
  return {
    ofStaff: (staffId) => take('staff', [staffId]),
    ofSubjects: (subjectIds) => take('subject', subjectIds),
  }
}
