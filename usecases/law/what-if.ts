import { z } from 'zod'
import { isCalendarDate } from '#domain/law/calendar-date.ts'
import { dueFor, type Due } from '#domain/law/due.ts'
import { zoneOf } from '#domain/law/jurisdiction.ts'
import { lawMarkFor } from '#domain/law/law-mark.ts'
import { extensionReasons } from '#domain/law/law-row.ts'
import { endOfLocalDay, localDateOf } from '#domain/law/local-day.ts'
import { requestKinds } from '#domain/request/kinds.ts'
import { query } from '../query.ts'
import { requestDates } from '../request/request-dates.ts'
import type { WhatIfClock, WhatIfView } from '../views/laws.ts'
import { LawJurisdiction } from './set-law-mark.ts'

/**
 * What the law table and the settings of this moment make of a request that somebody only thinks of: the very
 * reckoning that a real one gets, with every step of it. Nothing is written.
 */
export const whatIf = query({
  name: 'law.what_if',
  permission: 'law.list',
  input: z.object({
    jurisdiction: LawJurisdiction,
    kind: z.enum(requestKinds),
    scope: z.enum(['account', 'service']),
    receivedOn: z.string().refine(isCalendarDate, { error: 'date' }),
  }),
  async run({ input, store }): Promise<WhatIfView> {
    const { jurisdiction, kind, receivedOn } = input
    const zone = zoneOf(jurisdiction)
    // Any moment of that day there; the last one is surely within it.
    const receivedAt = endOfLocalDay(receivedOn, zone)
    const scope = input.scope === 'account' ? { scope: 'account' as const } : { scope: 'service' as const, service: 'any' }
    const { due, decideBy } = await requestDates(store, { kind, scope, receivedAt, jurisdictions: [jurisdiction] })
    const [{ rows: table }, overrides] = await Promise.all([
      store.settings.lawTable(),
      store.settings.workingDayOverrides(),
    ])
    const question = { kind, scope: input.scope, jurisdictions: [jurisdiction], receivedAt, table, overrides }
    const extended = extensionReasons.map((reason) => ({ reason, due: dueFor({ ...question, extension: reason }) }))
    const [first] = due.clocks
    return {
      jurisdiction,
      kind,
      receivedOn,
      dueOn: first?.dueOn ?? localDateOf(due.dueAt, zone),
      zone: first?.zone ?? zone,
      decideBy,
      clocks: due.clocks.map(clockView),
      acknowledge: due.acknowledgeClocks.map(clockView),
      extensions: extended
        .filter((one) => one.due.dueAt > due.dueAt)
        .map(({ reason, due: later }) => ({ reason, dueOn: later.clocks[0]?.dueOn ?? localDateOf(later.dueAt, zone) })),
      mark: lawMarkFor([jurisdiction], receivedAt, table).mark,
    }
  },
})

const clockView = ({ row, law, citation, dueOn, lines }: Due['clocks'][number]): WhatIfClock => ({
  row,
  law,
  citation,
  dueOn,
  // The clock's own line codes are the keys of the phrase book's group `due`, with the same params.
  lines: lines.map(({ code, values }) => ({ key: code, params: values })) as WhatIfClock['lines'],
})
