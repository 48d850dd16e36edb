import { expect, type Page } from '@playwright/test'

/** Looks a caller up by phone: what is shown then is masked and locked. */
export async function lookUp(page: Page, phone: string): Promise<void> {
  await page.goto('/desk')
  const field = page.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill(phone)
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Verify the caller first')
}

/** Verifies the caller by the code of the demo's outbox. */
export async function verifyByCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Send the code/ }).first().click()
  const outbox = page.getByText(/Demo outbox: \d{6}/)
  await expect(outbox).toBeVisible()
  const code = /\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? ''
  await page.getByLabel('The six digits that the caller reads').fill(code)
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
}

/** The case code that is on screen to be said, as nine characters. */
export async function saidCaseCode(page: Page): Promise<string> {
  await expect(page.getByText('Submitted. Say the case code.').first()).toBeVisible()
  const link = page.locator('a[href^="/cases/"]').last()
  const href = (await link.getAttribute('href')) ?? ''
  return href.slice('/cases/'.length, '/cases/'.length + 9)
}

/** Ends the call with an outcome. */
export async function wrapUp(page: Page, outcome: string): Promise<void> {
  await page.getByRole('button', { name: /Wrap up/ }).first().click()
  await page.getByRole('radio', { name: outcome }).check()
  await page.getByRole('button', { name: 'End the call' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is calling?')
}
