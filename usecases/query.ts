import type { ZodType } from 'zod'
import { can, type Permission } from '#domain/access/policy.ts'
import type { Actor, Principal } from './actor.ts'
import { recordEnd, type Runtime } from './command.ts'
import { AppError, invalidInput, notAllowed } from './errors.ts'
import type { AuditEvents } from './event.ts'
import { fieldFaults } from './field-faults.ts'
import type { Ids } from './ports/clock.ts'
import type { Channels } from './ports/notifier.ts'
import type { Secrets } from './ports/secrets.ts'
import type { Store } from './ports/store.ts'

export interface QueryContext<I> {
  readonly input: I
  readonly actor: Actor
  readonly now: number
  readonly store: Store
  readonly ids: Ids
  readonly secrets: Secrets
  readonly channels: Channels
}

interface QueryBase<I> {
  readonly name: string
  readonly permission: Permission
  readonly input: ZodType<I>
}

/** A read that leaves no entry of its own: codes and counts, or what a live grant's entry covers already. */
export interface PlainQuery<I, O> extends QueryBase<I> {
  readonly type: 'query'
  readonly audited: false
  readonly run: (context: QueryContext<I>) => Promise<O>
}

/** A read that lets personal data out: its entry is committed before the answer is given. */
export interface AuditedQuery<I, O> extends QueryBase<I> {
  readonly type: 'query'
  readonly audited: true
  readonly run: (context: QueryContext<I>) => Promise<{ readonly value: O; readonly events: AuditEvents }>
}

export type Query<I, O> = PlainQuery<I, O> | AuditedQuery<I, O>

/** Declares a plain read. `runQuery` is the only thing that executes it. */
export const query = <I, O>(definition: Omit<PlainQuery<I, O>, 'type' | 'audited'>): PlainQuery<I, O> => ({
  type: 'query',
  audited: false,
  ...definition,
})

/** Declares an audited read. */
export const auditedQuery = <I, O>(
  definition: Omit<AuditedQuery<I, O>, 'type' | 'audited'>,
): AuditedQuery<I, O> => ({ type: 'query', audited: true, ...definition })

/**
 * Runs one query: parse → load the actor fresh → policy → read. An audited query by staff must have been
 * asked for on purpose (`via: 'post'`); it runs, with its entry, in one transaction.
 *
 * @throws AppError
 */
export async function runQuery<I, O>(
  runtime: Runtime,
  verb: Query<I, O>,
  rawInput: unknown,
  principal: Principal,
): Promise<O> {
  const parsed = verb.input.safeParse(rawInput)
  if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
  const now = runtime.clock.now()
  const actor = await runtime.unitOfWork.resolveActor(principal, now)
  const allowed = can(actor, verb.permission)
  const refusal = !allowed.ok
    ? notAllowed(allowed.reason)
    : verb.audited && principal.kind === 'session' && principal.via !== 'post'
      ? notAllowed('asked_without_purpose')
      : null
  if (refusal !== null) {
    await recordEnd(runtime, verb, actor, now, refusal)
    throw refusal
  }
  const { ids, secrets, channels } = runtime
  const context = { input: parsed.data, actor, now, ids, secrets, channels }
  if (!verb.audited) {
    try {
      return await runtime.unitOfWork.read((store) => verb.run({ ...context, store }))
    } catch (fault) {
      // Whose call or case it is only the read itself finds out, and a case code that is none may be a guess: both are
      // on record like any other attempt (invariant 10). What can not be read as a question is not asked yet.
      if (!(fault instanceof AppError && fault.code === 'invalid_input')) await recordEnd(runtime, verb, actor, now, fault)
      throw fault
    }
  }
  try {
    return await runtime.unitOfWork.write(async (scope) => {
      const { value, events } = await verb.run({ ...context, store: scope.store })
      for (const event of events) await scope.append({ event, outcome: event.outcome ?? 'ok', actor, at: now })
      return value
    })
  } catch (fault) {
    await recordEnd(runtime, verb, actor, now, fault)
    throw fault
  }
}
