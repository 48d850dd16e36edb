import { expect, type Page } from '@playwright/test'

/** Approves the case whose decision is open: the last of its code is typed, so that it never happens by accident. */
export async function approve(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: /^Approve…/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The last five characters of the case code').fill(code.slice(-5))
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(dialog).toBeHidden()
}
