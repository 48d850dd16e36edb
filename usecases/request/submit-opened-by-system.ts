import { z } from 'zod'
import type { Request } from '#domain/request/request.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import type { Store } from '../ports/store.ts'
import { actOnCase } from './act-on-case.ts'
import { aboutRequest } from './carry-out.ts'
import { requestActor } from './request-actor.ts'

/** Submits a request that the system opened itself, once its plan is known. Actor: the worker. */
export const submitOpenedBySystem = command({
  name: 'request.submit_by_system',
  permission: 'request.advance',
  input: z.object({ requestId: z.uuid() }),
  async run(context) {
    const { input, store, actor, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    const { request } = stored
    if (request.state !== 'open') {
      const value = { caseCode: request.caseCode, state: request.state, version: request.version }
      return { value, events: [{ what: 'request.submitted_again', ...aboutRequest(request) }] }
    }
    const event = { type: 'submit', at: now, by: requestActor(actor) } as const
    return actOnCase(context, stored, event, { what: 'request.submitted' }, await levelsHeardIn(store, request))
  },
})

/** An objection that was heard while a consequence was told was voiced by the caller of that call: as sure as there. */
async function levelsHeardIn(store: Store, request: Request): Promise<ReadonlyMap<string, number>> {
  if (request.source.type !== 'objection_heard' || request.about === null) return new Map()
  const heardIn = await store.requests.byId(request.about)
  return new Map(heardIn?.request.subjects.map(({ subjectId, level }) => [subjectId, level]))
}
