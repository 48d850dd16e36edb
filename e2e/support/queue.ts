import { expect, type Page } from '@playwright/test'

/** The cases of the queue as they are listed. */
export const queueOf = (page: Page) => page.getByRole('region', { name: 'Cases to decide' }).getByRole('listitem')

/** Opens what is dealt with on the case's own page: a dispute, a system that gave up; answers its code. */
export async function openCaseFromQueue(page: Page, says: string | RegExp): Promise<string> {
  await page.goto('/approvals')
  await queueOf(page).filter({ hasText: says }).first().getByRole('button').click()
  await expect(page).toHaveURL(/\/cases\/[0-9A-Z]{9}$/)
  return page.url().slice(-9)
}

/**
 * Opens the first case of the queue that is this reader's to decide now and says all of this; answers its code. With
 * days to go, the worker has no reason to write to it in the same moment.
 */
export async function openFromQueue(page: Page, ...says: readonly (string | RegExp)[]): Promise<string> {
  await page.goto('/approvals')
  let fitting = queueOf(page).filter({ hasNotText: /not yours|on hold|disputed|needs a person/ })
  for (const text of says) fitting = fitting.filter({ hasText: text })
  await fitting.first().getByRole('button').click()
  await expect(page).toHaveURL(/\/approvals\/[0-9A-Z]{9}$/)
  await expect(page.getByRole('region', { name: 'Decide', exact: true })).toBeVisible()
  return page.url().slice(-9)
}
