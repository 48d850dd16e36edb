import { addDays, weekdayOf, type CalendarDate } from './calendar-date.ts'
import { calendarOf, countryOf, type Jurisdiction } from './jurisdiction.ts'

/**
 * One dated row that goes before the calendar: a make-up workday, or a day off that the library does not
 * know.
 */
export interface WorkingDayOverride {
  readonly jurisdiction: Jurisdiction
  readonly date: CalendarDate
  readonly working: boolean
}

/** Where the weekend is not Saturday and Sunday: Friday and Saturday. */
const fridaySaturday = new Set([
  'AF', 'BD', 'BH', 'DZ', 'EG', 'IL', 'IQ', 'JO', 'KW', 'LY', 'MV', 'OM', 'QA', 'SA', 'SD', 'SY', 'YE',
])

/**
 * Rules that the library lists as public holidays of a whole day, and that are working days for adults.
 * China: Children's Day is a holiday for children under 14 (Regulation on public holidays, art. 3).
 */
const noDayOff: Readonly<Record<string, readonly string[]>> = { CN: ['06-01'] }

const dayMs = 86_400_000
const holidays = new Map<string, ReadonlySet<CalendarDate>>()

/**
 * The public holidays of one year that last at least a day. Half days are working days. Only `public` ones:
 * bank and optional holidays vary by employer, and leaving one out makes a deadline earlier, never later.
 */
function holidaysOf(jurisdiction: Jurisdiction, year: number): ReadonlySet<CalendarDate> {
  const key = `${jurisdiction} ${year}`
  let days = holidays.get(key)
  if (days === undefined) {
    const found = new Set<CalendarDate>()
    const ignored = noDayOff[countryOf(jurisdiction)] ?? []
    for (const holiday of calendarOf(jurisdiction).getHolidays(year) ?? []) {
      if (holiday.type !== 'public' || ignored.includes(holiday.rule)) continue
      // A day with a change of clocks has 23 hours.
      const length = Math.floor((holiday.end.getTime() - holiday.start.getTime() + dayMs / 24) / dayMs)
      for (let day = 0; day < length; day += 1) found.add(addDays(holiday.date.slice(0, 10), day))
    }
    days = found
    holidays.set(key, days)
  }
  return days
}

/** Whether one works there on that day. An override of the place goes first, then one of its country. */
export function isWorkingDay(
  date: CalendarDate,
  jurisdiction: Jurisdiction,
  overrides: readonly WorkingDayOverride[],
): boolean {
  const country = countryOf(jurisdiction)
  const override =
    overrides.find((row) => row.date === date && row.jurisdiction === jurisdiction) ??
    overrides.find((row) => row.date === date && row.jurisdiction === country)
  if (override !== undefined) return override.working
  const weekday = weekdayOf(date)
  const weekend = weekday === 6 || weekday === (fridaySaturday.has(country) ? 5 : 0)
  return !weekend && !holidaysOf(jurisdiction, Number(date.slice(0, 4))).has(date)
}

// A calendar in which nobody works for two months is a fault of the rows, not a reason to search for ever.
const longestGap = 62

/**
 * The n-th working day after a day; the day itself is not counted.
 *
 * @throws RangeError when the rows leave no working day in two months
 */
export function addWorkingDays(
  date: CalendarDate,
  count: number,
  jurisdiction: Jurisdiction,
  overrides: readonly WorkingDayOverride[],
): CalendarDate {
  let day = date
  for (let counted = 0; counted < count; counted += 1) {
    day = workingDayFrom(addDays(day, 1), 1, jurisdiction, overrides)
  }
  return day
}

/**
 * The day itself when it is a working day, else the next (`step` 1) or previous (`step` -1) one.
 *
 * @throws RangeError when the rows leave no working day in two months
 */
export function workingDayFrom(
  date: CalendarDate,
  step: 1 | -1,
  jurisdiction: Jurisdiction,
  overrides: readonly WorkingDayOverride[],
): CalendarDate {
  let day = date
  for (let tried = 0; tried < longestGap; tried += 1) {
    if (isWorkingDay(day, jurisdiction, overrides)) return day
    day = addDays(day, step)
  }
  throw new RangeError(`no working day within ${longestGap} days of ${date} in ${jurisdiction}`)
}
