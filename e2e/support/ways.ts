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

/** Names a guardian who calls for the person on the line, with an authority and a contact of their own. */
export async function nameGuardian(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Name them…' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: 'Guardian' }).check()
  await form.getByLabel('Reference of the authority').fill('CT-2026-0031')
  await form.getByLabel('The representative’s own contact').fill('guardian@example.cn')
  await form.getByRole('button', { name: 'Name them' }).click()
  await expect(form).toBeHidden()
}

/** Where the link leads that a demo would have sent to whoever wants to read it: the worker writes it in a moment. */
export async function writtenTo(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: 'what was written to them' })
  await expect(async () => {
    await page.reload()
    await expect(link).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  return (await link.getAttribute('href')) ?? ''
}
