import { expect, type Locator, type Page } from '@playwright/test'

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

/** Has the data of Credit scoring deleted by a caller who understood what is read to them; answers the case code. */
export async function askForDeletion(page: Page): Promise<string> {
  await page.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await page.getByRole('radio', { name: 'Understood it' }).check()
  await page.getByRole('button', { name: /Ask for the deletion/ }).click()
  return endWithRequest(page)
}

/**
 * Reads the numbers of what can not be undone, types the end of the code that stands below them, and submits; answers
 * that code, as nine characters.
 */
export async function confirmNumbers(page: Page, act: string, press: 'click' | 'dblclick' = 'click'): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Before it is submitted: what will happen' })
  const field = dialog.getByLabel('The last five characters of the case code')
  await expect(field, 'the next step has the focus').toBeFocused()
  const code = await codeShown(dialog)
  await field.fill(code.slice(-5))
  await dialog.getByRole('button', { name: act, exact: true })[press]()
  return code
}

/** The case code that stands below the numbers, as nine characters. */
export async function codeShown(dialog: Locator): Promise<string> {
  const hint = (await dialog.getByText(/[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/).last().textContent()) ?? ''
  return /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/.exec(hint)?.[0].replaceAll(' ', '') ?? ''
}

/** Sets somebody free whom a box enrolled, by one press or by a double one; answers the case code. */
export async function setFree(page: Page, press: 'click' | 'dblclick' = 'click'): Promise<string> {
  const opens = page.getByRole('button', { name: /Void the enrolment…/ })
  if (!(await opens.isVisible())) await page.getByRole('button', { name: /Set this person free/ }).click()
  await opens[press]()
  const typed = await confirmNumbers(page, 'Void the enrolment', press)
  const code = await endWithRequest(page)
  expect(code, 'the case has the code that was typed').toBe(typed)
  return code
}

async function endWithRequest(page: Page): Promise<string> {
  const code = await saidCaseCode(page)
  await wrapUp(page, 'A request was opened')
  return code
}
