import { z } from 'zod'
import { countryCode } from '#domain/subject/country.ts'
import { anywhere, countryOf, parseJurisdiction, type Jurisdiction } from '#domain/law/jurisdiction.ts'
import { markDecided } from '#domain/law/law-table.ts'
import { actorLabel } from '../actor-label.ts'
import { command } from '../command.ts'

/** A place that a law can speak for: a country, a part of one, the union, or `*` for every other place. */
export const LawJurisdiction = z.string().transform((typed, context): Jurisdiction => {
  const place = parseJurisdiction(typed)
  if (place !== null && (place === anywhere || place === 'EU' || countryCode(countryOf(place)) !== null)) return place
  context.addIssue({ code: 'custom', message: 'choose' })
  return z.NEVER
})

export const SetLawMarkInput = z.object({
  jurisdiction: LawJurisdiction,
  mark: z.enum(['yes', 'no'], { error: 'choose' }),
})

/**
 * Writes down what the operator's counsel decided: whether a deletion may mark people in this place. Requests that
 * are open keep the version of the table they were opened under (domain book §6).
 */
export const setLawMark = command({
  name: 'law.set',
  permission: 'law.set',
  input: SetLawMarkInput,
  async run({ input, actor, now, store }) {
    const { rows } = await store.settings.lawTable()
    const decided = markDecided(rows, input.jurisdiction, input.mark)
    for (const row of decided) await store.settings.addLawRow(row, now, actorLabel(actor))
    const place = input.jurisdiction === anywhere ? 'anywhere' : input.jurisdiction.toLowerCase()
    return {
      value: { jurisdiction: input.jurisdiction, mark: input.mark, rows: decided.length },
      events: [{ what: 'law.mark_decided', data: { jurisdiction: place, mark: input.mark, rows: decided.length } }],
    }
  },
})
