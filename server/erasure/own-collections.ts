import type { OwnScope } from './own-scope.ts'

/** One table of ours that holds something about a person, and how their rows are found; `?` stands for the subject. */
interface OwnCollection {
  readonly table: string
  readonly where: string
  readonly more: readonly string[]
}

/**
 * What goes with an account, children before parents; the subject's key goes last, so that a run that was cut off
 * can still be told from one that never began.
 */
const ofAccount = [
  'note', 'verification', 'one_time_link', 'call_subject', 'call_party', 'caller_check', 'intake', 'consent_event', 'identifier',
  'subject_field', 'audit_salt', 'subject_key',
] as const

const marks = (values: readonly string[]) => values.map(() => '?').join(', ')

/** The collections of one erasure in our own database. */
export function ownCollections(scope: OwnScope): OwnCollection[] {
  if (scope.account) return ofAccount.map((table) => ({ table, where: 'subject_id = ?', more: [] }))
  const consents: OwnCollection = {
    table: 'consent_event',
    where: `subject_id = ? AND purpose IN (${marks(scope.purposes)})`,
    more: scope.purposes,
  }
  // What was said about the service's cases is about the service; notes of a whole call are not told apart.
  const notes: OwnCollection = {
    table: 'note',
    where: 'subject_id = ? AND request_id IN (SELECT id FROM request WHERE service_key = ?)',
    more: [scope.service ?? ''],
  }
  return scope.purposes.length === 0 ? [notes] : [notes, consents]
}

/** The condition that finds the rows of each subject. */
export const ownRowsWhere = (collection: OwnCollection, { subjectIds }: OwnScope) =>
  subjectIds.map((subjectId) => ({ sql: collection.where, params: [subjectId, ...collection.more] }))
