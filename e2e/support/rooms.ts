import { expect, type Page } from '@playwright/test'
import { navByRole } from '#components/shell/nav.ts'
import type { Role } from './demo.ts'

/** The rooms of this desk, role by role: all that the navigation leads to. */
export const roomsByRole = Object.entries(navByRole).map(
  ([role, items]) => [role as Role, items.map(({ href }) => href)] as const,
)

/** Goes to a room and waits until it listens to the keyboard. */
export async function enter(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
