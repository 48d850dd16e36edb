import { z } from 'zod'
import type { Principal } from '#usecases/actor.ts'
import { lookUpPerson, readingsOf } from '#usecases/person/look-up-person.ts'
import { container, type Container } from '../container.ts'
import { apiRoute } from './api-route.ts'
import type { Operation } from './operation.ts'
import { HttpProblem, problemResponse } from './problem.ts'

const Look = z.object({ phone: z.string(), session: z.uuid() })

/** Authenticated, its body read, and nothing behind it: what the gate is measured against. */
const nothing: Operation = {
  method: 'POST',
  path: '/bench/empty',
  scope: 'gate',
  summary: 'Nothing',
  body: z.unknown(),
  answers: { 200: z.object({}) },
  idempotent: false,
  run: async () => ({ status: 200, body: {} }),
}

const asAgent = (sessionId: string): Principal => ({ kind: 'session', sessionId, via: 'post' })

/** The agent's look-up as it is, with its grant and its entry. */
async function audited(desk: Container, { phone, session }: z.infer<typeof Look>): Promise<unknown> {
  return desk.command(lookUpPerson, { callId: null, query: phone, telephonyId: null }, asAgent(session))
}

/** The same reads for the same agent (who asks, what they typed, their call, the person, the grant); no writing. */
async function unaudited(desk: Container, { phone, session }: z.infer<typeof Look>): Promise<unknown> {
  const { unitOfWork, clock } = desk.runtime
  const actor = await unitOfWork.resolveActor(asAgent(session), clock.now())
  return unitOfWork.write(async ({ store }) => {
    const call = await store.calls.unfinished(actor.id)
    const [{ normalised }] = await readingsOf(store, phone)
    const subjects = await store.subjects.findByIdentifier('phone', normalised)
    const [only] = subjects
    if (call !== null && only !== undefined) await store.calls.grant(call.id, only)
    return { found: subjects.length }
  })
}

const looks: Readonly<Record<string, (desk: Container, look: z.infer<typeof Look>) => Promise<unknown>>> = {
  audited,
  unaudited,
}

/**
 * What the benchmarks compare with, in the server that everybody uses. It is there only where RIGHTSDESK_BENCH is set,
 * which no start of a desk does; anywhere else there is no such address.
 *
 * @param desk a test's own; the process's otherwise
 */
export function benchRoute(desk: () => Promise<Container> = container) {
  const empty = apiRoute(nothing, desk)
  return async (request: Request): Promise<Response> => {
    const here = await desk()
    const what = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const look = looks[what]
    if (!here.config.bench || (what !== 'empty' && look === undefined)) {
      return problemResponse(new HttpProblem(404, 'not-found'), 'api')
    }
    return look === undefined ? empty(request) : Response.json(await look(here, Look.parse(await request.json())))
  }
}
