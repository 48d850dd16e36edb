import { expect, type Page } from '@playwright/test'
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

/** Goes to a room and waits until it listens to the keyboard. */
export async function enter(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
