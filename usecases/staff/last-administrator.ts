import { preconditionFailed } from '../errors.ts'
import type { StaffRecord, StaffStore } from '../ports/staff-store.ts'

/** A desk without an administrator could not be mended from the screen. @throws PreconditionFailed */
export async function keepOneAdministrator(staff: StaffStore, leaving: StaffRecord): Promise<void> {
  if (leaving.role !== 'administrator' || leaving.status !== 'active') return
  const others = (await staff.list()).filter(
    (one) => one.id !== leaving.id && one.role === 'administrator' && one.status === 'active',
  )
  if (others.length === 0) throw preconditionFailed('last_administrator')
}
