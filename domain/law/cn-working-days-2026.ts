import type { WorkingDayOverride } from './working-days.ts'

/**
 * The long holidays and make-up workdays of mainland China in 2026, as dated rows beside the calendar
 * library, which knows the statutory days only. Source: General Office of the State Council, notice on the
 * arrangement of holidays in 2026, 4 November 2025. Each year has a notice of its own: further years are
 * entered as rows when they are out.
 */
export const cnWorkingDays2026: readonly WorkingDayOverride[] = [
  ...off('2026-01-01', '2026-01-02', '2026-01-03'),
  ...worked('2026-01-04'),
  ...worked('2026-02-14'),
  ...off('2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'),
  ...off('2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'),
  ...worked('2026-02-28'),
  ...off('2026-04-04', '2026-04-05', '2026-04-06'),
  ...off('2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'),
  ...worked('2026-05-09'),
  ...off('2026-06-19', '2026-06-20', '2026-06-21'),
  ...worked('2026-09-20'),
  ...off('2026-09-25', '2026-09-26', '2026-09-27'),
  ...off('2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'),
  ...worked('2026-10-10'),
]

function off(...dates: string[]): WorkingDayOverride[] {
  return dates.map((date) => ({ jurisdiction: 'CN', date, working: false }))
}

function worked(...dates: string[]): WorkingDayOverride[] {
  return dates.map((date) => ({ jurisdiction: 'CN', date, working: true }))
}
