import { isCalendarDate } from '#domain/law/calendar-date.ts'
import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { localDateOf } from '#domain/law/local-day.ts'
import { z } from 'zod'
import { command } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { workingDayForm } from '../views/law-inputs.ts'
import { LawJurisdiction } from './set-law-mark.ts'

/**
 * Says of one day to come that it is worked in a place, or off: a holiday that was moved, a day that is made up for.
 * Dates that were reckoned before keep what the calendar said then.
 */
export const setWorkingDay = command({
  name: 'law.set_working_day',
  permission: 'law.set',
  input: z.object({ ...workingDayForm.shape, jurisdiction: LawJurisdiction }),
  async run({ input: { jurisdiction, date, working }, now, store }) {
    if (jurisdiction === anywhere) throw invalidInput('input', { jurisdiction: 'place' })
    if (!isCalendarDate(date)) throw invalidInput('input', { date: 'date' })
    if (date < localDateOf(now, zoneOf(jurisdiction))) throw invalidInput('input', { date: 'date_past' })
    await store.settings.setWorkingDay(jurisdiction, date, working === 'calendar' ? null : working === 'yes')
    const data = { jurisdiction: jurisdiction.toLowerCase(), day: new Date(date).toISOString(), working }
    return { value: { jurisdiction, date }, events: [{ what: 'law.working_day_set', data }] }
  },
})
