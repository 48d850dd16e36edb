import { expect } from '@playwright/test'
import { walk } from './picture.ts'

walk('anybody', async (browser, picture) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/sign-in')
  await picture('sign-in', page)

  await page.getByLabel('E-mail', { exact: true }).fill('nobody@desk.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await picture('sign-in-wrong', page)

  await page.goto('/no-such-room')
  await picture('not-found', page)
  await context.close()
})
