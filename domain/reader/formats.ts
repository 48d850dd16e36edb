/**
 * Named formats of dates and numbers, usable from `format.dateTime(x, 'day')` and in messages as
 * `{at, date, day}`. Hours run 00–23 in both languages: a case file has no room for a.m.
 *
 * `calendar…` is for what is a date and no moment, kept as midnight UTC: until when something stays, when a hold is
 * reviewed. In the reader's own zone it would be the day before west of Greenwich.
 */
export const formats = {
  dateTime: {
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    shortDay: { day: 'numeric', month: 'short' },
    mediumDay: { day: 'numeric', month: 'short', year: 'numeric' },
    calendarDay: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
    calendarMediumDay: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
    month: { month: 'short', year: 'numeric' },
    year: { year: 'numeric' },
    clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    exact: {
      day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
      hourCycle: 'h23',
    },
    zoned: {
      day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short',
    },
  },
  number: {
    count: { maximumFractionDigits: 0 },
  },
} as const
