import type { Principal } from './actor.ts'
import type { Runtime } from './command.ts'
import type { Passwords } from './ports/passwords.ts'

/** What a procedure works with: the runner's surroundings, and what is too slow for a transaction. */
export interface ProcedureDesk {
  readonly runtime: Runtime
  readonly passwords: Passwords
}

/**
 * A verb with slow work outside any transaction (a password hash) before its command. It ends in `runCommand`,
 * which checks and records as ever; a procedure decides nothing by itself.
 */
export interface Procedure<O> {
  readonly type: 'procedure'
  readonly name: string
  readonly run: (desk: ProcedureDesk, rawInput: unknown, principal: Principal) => Promise<O>
}

/** Declares a procedure. */
export const procedure = <O>(definition: Omit<Procedure<O>, 'type'>): Procedure<O> => ({
  type: 'procedure',
  ...definition,
})
