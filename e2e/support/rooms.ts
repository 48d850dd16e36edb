import type { Role } from './demo.ts'

/** Every room of this desk and who works in it. */
export const rooms: Record<Role, readonly string[]> = {
  agent: ['/desk', '/intake', '/cases'],
  supervisor: ['/approvals', '/cases'],
  auditor: ['/log'],
  administrator: ['/settings', '/settings/staff', '/settings/clients', '/settings/systems', '/settings/values'],
}

/** The rooms, role by role. */
export const roomsByRole = Object.entries(rooms) as [Role, readonly string[]][]
