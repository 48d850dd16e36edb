import { expect } from '@playwright/test'
import { pageAs } from '../support/demo.ts'
import { walk } from './picture.ts'

walk('auditor', async (browser, picture) => {
  const page = await pageAs(browser, 'auditor')
  await page.goto('/log')
  await expect(page.getByRole('main').getByRole('table').first()).toBeVisible()
  await picture('log', page)
  await page.goto('/log?outcome=denied')
  await picture('log-filtered', page)
  await page.goto('/log?actor=nobody-of-this-name')
  await picture('log-empty', page)
  await page.goto('/log')
  await page.getByRole('main').getByRole('table').first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/log\/\d+/)
  await picture('log-entry', page)
  await page.goto('/log')
  await page.getByRole('button', { name: /Export…/ }).click()
  await picture('log-export', page)
  await page.keyboard.press('Escape')
  const ofCase = page.getByRole('main').getByRole('table').getByRole('row').filter({ has: page.locator('a[href^="/cases/"]') })
  await ofCase.first().getByRole('link', { name: /^Entry / }).click()
  await expect(page.getByRole('region', { name: 'The whole case' })).toBeVisible()
  await picture('log-case', page)
  await page.context().close()
})
