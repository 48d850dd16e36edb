import { expect, test } from '@playwright/test'
import { expectAccessible, themes, showTheme } from './support/accessibility.ts'

test('the sign-in page asks for an e-mail and a password, in English by default', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByLabel('E-mail', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
})

test('the sign-in page answers in Chinese to a browser that asks for it', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await context.close()
})

for (const theme of themes) {
  test(`axe finds nothing on the sign-in page, ${theme}`, async ({ page }) => {
    await showTheme(page, theme)
    await page.goto('/sign-in')
    await expectAccessible(page)
  })
}
