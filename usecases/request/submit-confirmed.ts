import { z } from 'zod'
import { needsTelling, wasTold } from '#domain/request/telling.ts'
import { pauseOf } from '#domain/request/pause.ts'
import { caseLinkObstacle } from '#domain/verification/case-link.ts'
import { command, type CommandContext, type CommandResult } from '../command.ts'
import { notFound } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { letterFacts } from '../telling/letter-facts.ts'
import { confirmedLevels, isEnough } from '../verification/case-link.ts'
import { actOnCase } from './act-on-case.ts'
import { aboutRequest } from './carry-out.ts'

/** The people of the case are verified to these levels, each by a link of theirs. */
type Levels = ReadonlyMap<string, number>
type Done = Pick<CommandResult<unknown>, 'events'> & { readonly jobs: readonly JobRequest[] }

const by = { type: 'system' } as const

/**
 * Submits a case once everybody whom it names said by a one-time link that they asked for it (domain book §5.2): the
 * machine decides where it goes, as for any other submit. A deletion of which nobody was told is told in writing first,
 * and waits to be read with the level that the link gave (docs/decisions). Actor: the worker.
 */
export const submitConfirmed = command({
  name: 'request.submit_confirmed',
  permission: 'request.advance',
  input: z.object({ requestId: z.uuid() }),
  async run(context) {
    const { input, store, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    const { request } = stored
    const levels = await confirmedLevels(store, request, now)
    // It went on in another way meanwhile; somebody else has to answer still; or the contact was changed since.
    const stays = caseLinkObstacle(request) !== null || !(await isEnough(context, stored, levels))
    if (stays) {
      const entry = { what: 'request.looked_at', ...aboutRequest(request), data: { event: 'submit', state: request.state } } as const
      return { value: { submitted: false }, events: [entry] }
    }
    const done = needsTelling(request) && !wasTold(request.told)
      ? await toldInWriting(context, stored, levels)
      : await submitted(context, stored, levels)
    return { value: { submitted: true }, ...done }
  },
})

const lifts = (at: number) => ({ type: 'reached', at, by, told: null, promisedAt: null }) as const

type Context = Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>

/** They were reached, so what was only parked to call them is so no longer; then it goes where the machine sends it. */
async function submitted(context: Context, stored: StoredRequest, levels: Levels): Promise<Done> {
  const { store, now } = context
  const parked = pauseOf(stored.request, 'parked') !== null
  const reached = parked
    ? await actOnCase(context, stored, lifts(now), { what: 'request.unparked' }, levels)
    : null
  const after = reached === null ? stored : await again(store, stored)
  const done = await actOnCase(context, after, { type: 'submit', at: now, by }, { what: 'request.submitted' }, levels)
  const jobs = [...(done.jobs ?? []), ...(reached?.jobs ?? [])]
  return { events: [...done.events, ...(reached?.events ?? [])], jobs }
}

/** Nobody was told what it can not undo: that is written to the contact on file, and there is time to read it. */
async function toldInWriting(context: Context, stored: StoredRequest, levels: Levels): Promise<Done> {
  const { store, now } = context
  const parks = pauseOf(stored.request, 'parked') === null
    ? await actOnCase(context, stored, { type: 'submit', at: now, by }, { what: 'request.parked' }, levels)
    : null
  const parked = parks === null ? stored : await again(store, stored)
  const letter = await letterFacts(store, parked.request, parked.origin, now)
  const told = { result: 'understood', ...letter, at: now, inWriting: true, answeredAt: null } as const
  const event = { type: 'reached', at: now, by, told, promisedAt: null } as const
  const done = await actOnCase(context, parked, event, { what: 'request.submitted' }, levels)
  const { result, scriptId, scriptVersion, locale, inWriting } = told
  await store.requests.addTold({
    requestId: done.request.id, result, scriptId, scriptVersion, locale, inWriting, at: now, callId: null,
    humanRef: null,
  })
  const data = { result, script: scriptVersion, locale: locale.toLowerCase(), in_writing: true }
  const entry: AuditEvent = { what: 'request.told', ...aboutRequest(done.request), data }
  return {
    events: [...done.events, entry, ...(parks?.events ?? [])],
    jobs: [...(done.jobs ?? []), ...(parks?.jobs ?? [])],
  }
}

async function again(store: Context['store'], { request }: StoredRequest): Promise<StoredRequest> {
  const stored = await store.requests.byId(request.id)
  if (stored === null) throw notFound('case')
  return stored
}
