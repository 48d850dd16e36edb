import { z } from 'zod'
import type { RequestEvent } from '#domain/request/events.ts'
import type { Request } from '#domain/request/request.ts'
import { command, type CommandContext } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { transition } from '../request/transition.ts'
import { sealedMs } from './sealed-span.ts'

/**
 * Records what the systems showed when they were asked again, and moves the request: clean to the next check or to
 * completed, anything left to a person. When the case is complete what was sealed for asking again ends. Actor: worker.
 */
export const recordRecheck = command({
  name: 'erasure.recheck',
  permission: 'erasure.recheck',
  input: z.object({
    requestId: z.uuid(),
    round: z.union([z.literal(1), z.literal(2)]),
    systems: z.array(
      z.object({
        system: z.string(),
        role: z.enum(['own', 'processor', 'recipient']),
        leftovers: z.array(z.object({ collection: z.string(), rows: z.int().min(0) })),
      }),
    ),
    /** What must stay sealed of each system after this, should it be the last check: the keys of kept rows. */
    kept: z.array(z.object({ system: z.string(), text: z.string() })).default([]),
  }),
  async run(context) {
    const { input, store, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('request')
    const about = aboutRequest(stored.request)
    const asked = stored.request.state === 'rechecking' ? 1 : stored.request.state === 'completed_pending' ? 2 : null
    if (asked !== input.round || stored.request.pauses.length > 0) {
      return { value: { state: stored.request.state }, events: [{ what: 'erasure.recheck_outdated', ...about, data: { round: input.round } }] }
    }
    for (const { system, leftovers } of input.systems) {
      const clean = leftovers.length === 0
      const { requestId, round } = input
      await store.erasure.addRecheck({ requestId, system, round, at: now, clean, leftovers })
    }
    const dirty = input.systems.filter((one) => one.leftovers.length > 0)
    const by = { type: 'system' } as const
    const event: RequestEvent =
      dirty.length > 0
        ? { type: 'leftovers', at: now, by, systems: dirty.map((one) => one.system) }
        : {
            type: 'recheck_clean',
            at: now,
            by,
            asked: input.systems.filter((one) => one.role !== 'recipient').map((one) => one.system),
            told: input.systems.filter((one) => one.role === 'recipient').map((one) => one.system),
          }
    if (dirty.length > 0) await reopen(context, dirty.map((one) => one.system))
    const done = await transition(context, stored, event)
    if (done.request.state === 'completed') await endSealed(context, done.request)
    return {
      value: { state: done.request.state },
      events: [
        {
          what: 'erasure.rechecked',
          ...about,
          data: {
            round: input.round,
            systems: input.systems.length,
            leftovers: dirty.map((one) => {
              return { system: one.system, rows: one.leftovers.reduce((n, left) => n + left.rows, 0) }
            }),
            state: done.request.state,
          },
        },
        ...done.events,
      ],
      jobs: done.jobs,
    }
  },
})

/** A system that still shows rows did not do its task: a retry runs it again under the same idempotency key. */
async function reopen({ store, input }: Context, systems: readonly string[]) {
  for (const task of await store.erasure.tasks(input.requestId)) {
    if (systems.includes(task.system) && ['done', 'informed', 'by_hand'].includes(task.state)) {
      await store.erasure.saveTask({ ...task, state: 'gave_up', fault: 'leftovers' })
    }
  }
}

/** What was sealed for asking again ends with the case, but for the keys of rows whose date is still to come. */
async function endSealed({ store, input, now }: Context, request: Request) {
  await store.erasure.endSealedOf(request.id, 'keys')
  const rest = request.outcome?.rest ?? []
  for (const { system, text } of input.kept) {
    const dates = rest.filter((item) => item.system === system).map((item) => item.until ?? now)
    if (dates.length === 0) continue
    await store.erasure.seal({ requestId: request.id, kind: 'keys', system, text, expiresAt: Math.max(...dates) + sealedMs })
  }
}

type Context = Pick<CommandContext<{ readonly requestId: string; readonly kept: readonly { system: string; text: string }[] }>, 'store' | 'input' | 'now'>
