import type { Principal } from '#usecases/actor.ts'
import type { Command } from '#usecases/command.ts'
import type { Procedure } from '#usecases/procedure.ts'
import type { Query } from '#usecases/query.ts'
import type { ActionResult } from '#usecases/action-result.ts'
import { AppError } from '#usecases/errors.ts'
import { container, type Container } from '../container.ts'
import { logFault } from '../log.ts'
import { principal } from './principal.ts'

/** A server action: one input as the browser sent it, one result that a form can show. */
export type Action<O> = (input: unknown) => Promise<ActionResult<O>>

/**
 * Wraps a command, an audited query or a procedure as a server action. It is the only thing a `"use server"` file
 * may export (a lint rule checks it): every exported function there is a public endpoint.
 */
export function action<I, O>(verb: Command<I, O> | Query<I, O> | Procedure<O>): Action<O> {
  return actionBy(verb, () => principal('post'))
}

/**
 * The same for a page whose reader is nobody here, whoever is signed in in that browser: the secret that they send is
 * the proof.
 */
export function nobodysAction<I, O>(verb: Command<I, O> | Query<I, O> | Procedure<O>): Action<O> {
  return actionBy(verb, () => Promise.resolve({ kind: 'nobody' }))
}

function actionBy<I, O>(
  verb: Command<I, O> | Query<I, O> | Procedure<O>,
  principalOf: () => Promise<Principal>,
): Action<O> {
  return async (input) => {
    try {
      const desk = await container()
      const who = await principalOf()
      return { ok: true, value: await run(desk, verb, input, who) }
    } catch (fault) {
      return { ok: false, problem: problemOf(fault, verb.name) }
    }
  }
}

function run<I, O>(
  desk: Container,
  verb: Command<I, O> | Query<I, O> | Procedure<O>,
  input: unknown,
  who: Principal,
): Promise<O> {
  switch (verb.type) {
    case 'command':
      return desk.command(verb, input, who)
    case 'query':
      return desk.query(verb, input, who)
    case 'procedure':
      return verb.run(desk, input, who)
  }
}

/** The problem a form shows: a code and message keys, never a value and never a stack. */
export function problemOf(fault: unknown, where: string): Extract<ActionResult<never>, { ok: false }>['problem'] {
  if (!(fault instanceof AppError)) {
    logFault(where, fault)
    return { code: 'unavailable' }
  }
  if (fault.code === 'not_allowed' && fault.reason === 'sign_in_needed') return { code: 'session_ended' }
  const fields = Object.fromEntries(Object.entries(fault.fields).map(([field, reason]) => [field, `field.${reason}`]))
  return {
    code: fault.code,
    message: `reason.${fault.reason}`,
    ...(fault.retryAfter === undefined ? {} : { params: { seconds: fault.retryAfter } }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  }
}
