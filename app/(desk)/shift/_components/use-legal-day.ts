'use client'
import { useFormatter } from 'next-intl'
import type { LegalDayView } from '#usecases/views/shift.ts'

/** The day that a law counts to, in the calendar of where it holds: what `{day}` and `{zone}` of a sentence are. */
export function useLegalDay(): (due: LegalDayView) => { day: string; zone: string } {
  const format = useFormatter()
  return ({ at, zone }) => ({ day: format.dateTime(new Date(at), 'mediumDay', { timeZone: zone }), zone })
}
