import { z } from 'zod'
import { addDays } from '#domain/law/calendar-date.ts'
import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { endOfLocalDay, localDateOf } from '#domain/law/local-day.ts'
import { humanOf } from '../actor.ts'
import type { RequestLine } from '../ports/request-store.ts'
import type { Part } from '../ports/shift-store.ts'
import type { Store } from '../ports/store.ts'
import { serviceRef } from '../present/service-ref.ts'
import { isFar } from '../present/turn-view.ts'
import { query } from '../query.ts'
import { requestDates } from '../request/request-dates.ts'
import type { LegalDayView, ShiftLineView, ShiftView } from '../views/shift.ts'

/** One page lists no more of each, and says how many there are. */
const mostLines = 60

/** What one shift hands to the next: parked, disputed, unacknowledged, due by tomorrow, calls promised. */
export const viewShift = query({
  name: 'shift.view',
  permission: 'shift.view',
  input: z.object({}),
  async run({ actor, store, now }): Promise<ShiftView> {
    const zone = zoneOf((await store.settings.all()).home_country)
    const tomorrow = endOfLocalDay(addDays(localDateOf(now, zone), 1), zone)
    const [parked, disputed, untold, due, promised] = await Promise.all([
      store.shift.paused('parked', mostLines),
      store.shift.paused('disputed', mostLines),
      store.shift.untold(mostLines),
      store.shift.due(tomorrow, mostLines),
      store.shift.promises(mostLines),
    ])
    const linesOf = (part: Part<RequestLine>) => part.lines.map((line) => lineView(line, now))
    return {
      now,
      reader: humanOf(actor) ?? '',
      tomorrow,
      totals: {
        parked: parked.total, disputed: disputed.total, unacknowledged: untold.total, due: due.total,
        promised: promised.total,
      },
      parked: linesOf(parked),
      disputed: linesOf(disputed),
      unacknowledged: await Promise.all(untold.lines.map(async (line) => ({
        ...lineView(line, now), acknowledgeBy: await acknowledgeBy(store, line),
      }))),
      due: linesOf(due),
      promised: promised.lines.map(({ caseCode, humanRef, promisedAt: at }) => ({ caseCode, agent: humanRef, at })),
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
  due: { at: line.dueAt ?? line.openedAt, zone: zoneOf(line.jurisdiction ?? anywhere) },
})

/** By when a law wants the receipt confirmed; null where none does. */
async function acknowledgeBy(store: Store, { caseCode }: RequestLine): Promise<LegalDayView | null> {
  const stored = await store.requests.byCaseCode(caseCode)
  if (stored === null) return null
  const { request: { kind, scope, receivedAt, lawVersion }, origin: { jurisdiction } } = stored
  const jurisdictions = jurisdiction === null ? [] : [jurisdiction]
  const { due } = await requestDates(store, { kind, scope, receivedAt, jurisdictions, lawVersion })
  const [first] = due.acknowledgeClocks
  return first === undefined ? null : { at: first.dueAt, zone: first.zone }
}
