import { dueFor, type DueQuestion } from '#domain/law/due.ts'
import { zoneOf } from '#domain/law/jurisdiction.ts'
import { extensionReasons, type LawRow, type LawTable } from '#domain/law/law-row.ts'
import { startingLawTable, withLawRows } from '#domain/law/law-table.ts'
import { endOfLocalDay } from '#domain/law/local-day.ts'
import { query } from '../query.ts'
import { lawRowForm } from '../views/law-inputs.ts'
import type { LawTrialView, TriedDates } from '../views/laws.ts'
import { rowAsked } from './row-asked.ts'

/**
 * What other figures would make of a request that somebody only thinks of, beside what the table makes of it as it
 * stands. Nothing is written.
 */
export const tryLawRow = query({
  name: 'law.try_row',
  permission: 'law.list',
  input: lawRowForm,
  async run({ input, now, store }): Promise<LawTrialView> {
    const { row, table } = await rowAsked({ store, now }, input)
    const receivedOn = input.receivedOn === '' ? row.validFrom : input.receivedOn
    const kind = row.kinds === 'all' ? 'deletion' : (row.kinds[0] ?? 'deletion')
    const question = {
      kind,
      scope: row.scope ?? 'service',
      jurisdictions: [row.jurisdiction],
      receivedAt: endOfLocalDay(receivedOn, zoneOf(row.jurisdiction)),
      overrides: await store.settings.workingDayOverrides(),
    } as const
    const shipped = startingLawTable.find(({ id }) => id === row.id)
    const after = withLawRows(table, [row])
    const alone = (one: LawRow) => datesOf(question, [{ ...one, validFrom: receivedOn, ...noEnd }])
    return {
      receivedOn,
      kind,
      before: datesOf(question, table),
      after: datesOf(question, after),
      longerThanShipped:
        shipped?.answer !== undefined && alone(row).dueOn > alone(shipped).dueOn ? alone(shipped).dueOn : null,
    }
  },
})

const noEnd = { validTo: undefined }

function datesOf(question: Omit<DueQuestion, 'table'>, table: LawTable): TriedDates {
  const due = dueFor({ ...question, table })
  const extended = extensionReasons
    .map((extension) => dueFor({ ...question, table, extension }))
    .filter(({ dueAt }) => dueAt > due.dueAt)
    .map(({ clocks }) => clocks[0]?.dueOn ?? '')
  return {
    dueOn: due.clocks[0]?.dueOn ?? '',
    acknowledgeOn: due.acknowledgeClocks[0]?.dueOn ?? null,
    extendedTo: extended.toSorted().at(-1) ?? null,
  }
}
