import { z } from 'zod'
import { addDays } from '#domain/law/calendar-date.ts'
import { zoneOf } from '#domain/law/jurisdiction.ts'
import { endOfLocalDay, localDateOf } from '#domain/law/local-day.ts'
import { isFinal } from '#domain/request/states.ts'
import { humanOf } from '../actor.ts'
import { requestsOfCall } from '../call/requests-of-call.ts'
import type { RequestLine } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { serviceRef } from '../present/service-ref.ts'
import { isFar } from '../present/turn-view.ts'
import { query } from '../query.ts'
import { requestDates } from '../request/request-dates.ts'
import type { PromiseView, ShiftLineView, ShiftView } from '../views/shift.ts'

/** One page holds no more of each. */
const mostLines = 60

/** What one shift hands to the next: parked, disputed, unacknowledged, due by tomorrow, calls promised. */
export const viewShift = query({
  name: 'shift.view',
  permission: 'shift.view',
  input: z.object({}),
  async run({ actor, store, now }): Promise<ShiftView> {
    const zone = zoneOf((await store.settings.all()).home_country)
    const tomorrow = endOfLocalDay(addDays(localDateOf(now, zone), 1), zone)
    const [pressing, untold, promises] = await Promise.all([
      store.shift.pressing(tomorrow, 4 * mostLines),
      store.shift.untold(mostLines),
      store.shift.promises(mostLines),
    ])
    const of = (fits: (line: RequestLine) => boolean) =>
      pressing.filter(fits).slice(0, mostLines).map((line) => lineView(line, now))
    const promised = await Promise.all(promises.map((call) => promiseViews(store, call)))
    return {
      now,
      reader: humanOf(actor) ?? '',
      tomorrow,
      parked: of(({ pause }) => pause === 'parked'),
      disputed: of(({ pause }) => pause === 'disputed'),
      unacknowledged: await Promise.all(untold.map(async (line) => ({
        ...lineView(line, now), acknowledgeBy: await acknowledgeBy(store, line),
      }))),
      due: of(({ dueAt }) => dueAt !== null && dueAt <= tomorrow),
      promised: promised.flat(),
    }
  },
})

const lineView = (line: RequestLine, now: number): ShiftLineView => ({
  caseCode: line.caseCode,
  kind: line.kind,
  service: line.service === null ? null : serviceRef(line.service),
  state: line.state,
  pause: line.pause as ShiftLineView['pause'],
  turn: {
    role: line.turnRole as ShiftLineView['turn']['role'],
    who: line.turnHuman,
    at: line.turnAt,
    far: isFar(line.turnAt, now),
  },
  dueAt: line.dueAt ?? line.openedAt,
})

/** By when a law wants the receipt confirmed; null where none does. */
async function acknowledgeBy(store: Store, { caseCode }: RequestLine): Promise<number | null> {
  const stored = await store.requests.byCaseCode(caseCode)
  if (stored === null) return null
  const { request: { kind, scope, receivedAt }, origin: { jurisdiction } } = stored
  const jurisdictions = jurisdiction === null ? [] : [jurisdiction]
  return (await requestDates(store, { kind, scope, receivedAt, jurisdictions })).due.acknowledgeAt
}

async function promiseViews(
  store: Store, { id, humanRef, promisedAt }: { id: string; humanRef: string; promisedAt: number | null },
): Promise<PromiseView[]> {
  const open = (await requestsOfCall(store, id)).filter(({ request }) => !isFinal(request.state))
  if (promisedAt === null) return []
  return open.map(({ request: { caseCode } }) => ({ caseCode, agent: humanRef, at: promisedAt }))
}
