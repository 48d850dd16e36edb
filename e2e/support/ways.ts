import { expect, type Locator, type Page } from '@playwright/test'

/** One way to verify, as it stands on the desk. */
export const wayNamed = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Sends a code along a way and enters what the demo's outbox says; what comes of it the walk looks at. */
export async function codeAlong(page: Page, way: Locator): Promise<void> {
  await way.getByRole('button', { name: /Send the code/ }).click()
  const outbox = way.getByText(/Demo outbox: \d{6}/)
  await expect(outbox).toBeVisible()
  const code = /\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? ''
  await way.getByLabel('The six digits that the caller reads').fill(code)
}
