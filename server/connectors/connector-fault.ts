export type ConnectorFaultCode =
  /** The path, the host or the account is not one that may be used. */
  | 'not_allowed'
  | 'unreachable'
  /** Locked by somebody else; trying again may work. */
  | 'busy'
  | 'timed_out'
  /** The database's account lacks a right. */
  | 'no_permission'
  /** A constraint or a trigger refused it. */
  | 'refused'
  | 'table_missing'
  | 'plan_has_problems'
  | 'failed'

/**
 * What went wrong in a connected system: a code and names of its schema. Drivers put rows into their messages
 * (`Key (email)=(…) already exists`), so message, detail and cause of theirs end here.
 */
export class ConnectorFault extends Error {
  readonly code: ConnectorFaultCode
  readonly collection: string | null
  readonly column: string | null

  constructor(code: ConnectorFaultCode, collection: string | null = null, column: string | null = null) {
    super([code, collection, column].filter((part) => part !== null).join(' '))
    this.name = 'ConnectorFault'
    this.code = code
    this.collection = collection
    this.column = column
  }

  /** True where the same call may work later without anybody changing anything. */
  get passing(): boolean {
    return ['unreachable', 'busy', 'timed_out'].includes(this.code)
  }
}
