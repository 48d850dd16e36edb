import type { ZodType } from 'zod'
import type { Permission } from '#domain/access/policy.ts'
import { can } from '#domain/access/policy.ts'
import type { Actor, Principal } from './actor.ts'
import { AppError, invalidInput, notAllowed } from './errors.ts'
import type { AuditEvents, JobRequest } from './event.ts'
import type { Clock, Ids } from './ports/clock.ts'
import type { Channels } from './ports/notifier.ts'
import type { Secrets } from './ports/secrets.ts'
import type { Store } from './ports/store.ts'
import type { UnitOfWork, WriteScope } from './ports/unit-of-work.ts'
import { fieldFaults } from './field-faults.ts'

/** What a command's `run` may touch: its input, who asks, when, and the stores of its own transaction. */
export interface CommandContext<I> {
  readonly input: I
  readonly actor: Actor
  /** Epoch ms. */
  readonly now: number
  readonly store: Store
  readonly ids: Ids
  readonly secrets: Secrets
  readonly channels: Channels
}

/** The answer, what happened (never nothing), and what is to be done outside afterwards. */
export interface CommandResult<O> {
  readonly value: O
  readonly events: AuditEvents
  readonly jobs?: readonly JobRequest[]
}

export interface Command<I, O> {
  readonly type: 'command'
  readonly name: string
  readonly permission: Permission
  readonly input: ZodType<I>
  readonly run: (context: CommandContext<I>) => Promise<CommandResult<O>>
}

/** The one way to write. Declares a verb; `runCommand` is the only thing that executes it. */
export const command = <I, O>(definition: Omit<Command<I, O>, 'type'>): Command<I, O> => ({
  type: 'command',
  ...definition,
})

/** What the runners need around them. */
export interface Runtime {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly secrets: Secrets
  readonly channels: Channels
}

/**
 * Runs one command: parse → load the actor fresh → policy → one transaction of run, entries and jobs.
 * A denial and a failure after the start are recorded in transactions of their own, after the rollback.
 *
 * @throws AppError, and nothing else that carries a message.
 */
export async function runCommand<I, O>(
  runtime: Runtime,
  verb: Command<I, O>,
  rawInput: unknown,
  principal: Principal,
): Promise<O> {
  const parsed = verb.input.safeParse(rawInput)
  if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
  const now = runtime.clock.now()
  const actor = await runtime.unitOfWork.resolveActor(principal, now)
  const allowed = can(actor, verb.permission)
  if (!allowed.ok) {
    const denied = notAllowed(allowed.reason)
    await recordEnd(runtime, verb, actor, now, denied)
    throw denied
  }
  try {
    return await runtime.unitOfWork.write(async (scope) => {
      const { ids, secrets, channels } = runtime
      const result = await verb.run({ input: parsed.data, actor, now, store: scope.store, ids, secrets, channels })
      await writeOutcome(scope, actor, now, result)
      return result.value
    })
  } catch (fault) {
    await recordEnd(runtime, verb, actor, now, fault)
    throw fault
  }
}

/** Appends the entries and enqueues the jobs of one result. */
async function writeOutcome(scope: WriteScope, actor: Actor, now: number, result: CommandResult<unknown>) {
  for (const event of result.events) await scope.append({ event, outcome: event.outcome ?? 'ok', actor, at: now })
  for (const job of result.jobs ?? []) await scope.enqueue(job, now)
}

/** Whether something was to be done or only to be read: who looks for one of them does not mean the other. */
const ends = {
  command: { denied: 'command.denied', failed: 'command.failed' },
  query: { denied: 'query.denied', failed: 'query.failed' },
} as const

/** The entry of an attempt that came to nothing: `denied` when a rule about who stopped it, else `failed`. */
export async function recordEnd(
  runtime: Runtime,
  verb: { readonly type: 'command' | 'query'; readonly name: string },
  actor: Actor,
  at: number,
  fault: unknown,
) {
  const known = fault instanceof AppError ? fault : null
  const denied = known?.code === 'not_allowed'
  await runtime.unitOfWork.write((scope) =>
    scope.append({
      actor,
      at,
      outcome: denied ? 'denied' : 'failed',
      event: {
        what: ends[verb.type][denied ? 'denied' : 'failed'],
        case: known?.about.case ?? null,
        call: known?.about.call ?? null,
        subjects: known?.about.subjects ?? [],
        data: { [verb.type]: verb.name, code: known?.code ?? 'fault', reason: known?.reason ?? 'unexpected' },
      },
    }),
  )
}
