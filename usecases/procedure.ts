import type { Principal } from './actor.ts'
import type { Runtime } from './command.ts'
import type { LogKits } from './ports/log-kits.ts'
import type { Connectors } from './ports/connectors.ts'
import type { Notifier } from './ports/notifier.ts'
import type { Passwords } from './ports/passwords.ts'
import type { Planner } from './ports/planner.ts'

/** What a procedure may reach beside the database: the slow and the outside things that a command may not. */
export interface ProcedureContext {
  readonly runtime: Runtime
  readonly passwords: Passwords
  readonly planner: Planner
  readonly connectors: Connectors
  readonly notifier: Notifier
  readonly kits: LogKits
}

/**
 * Several commands with something slow or outside between them (hashing a password, asking systems). It has no
 * permission of its own and writes nothing itself: each command in it is checked and recorded by its runner.
 */
export interface Procedure<O> {
  readonly type: 'procedure'
  readonly name: string
  readonly run: (context: ProcedureContext, input: unknown, principal: Principal) => Promise<O>
}

/** Declares a procedure. */
export const procedure = <O>(definition: Omit<Procedure<O>, 'type'>): Procedure<O> => ({
  type: 'procedure',
  ...definition,
})
