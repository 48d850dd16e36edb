import type { StaffRecord } from '../ports/staff-store.ts'

/** Fewer than this and cases wait for one person's holidays (domain book §5.2): a warning of the set-up. */
export const enoughDeciders = 3

/** How many humans, not log-ins, can decide at this moment. */
export function decidersNow(staff: readonly StaffRecord[], now: number): number {
  const able = staff.filter(
    (one) => one.role === 'supervisor' && one.status === 'active' && one.mayDecideFrom !== null && one.mayDecideFrom <= now,
  )
  return new Set(able.map((one) => one.humanRef)).size
}
