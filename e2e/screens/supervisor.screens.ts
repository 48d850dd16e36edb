import { expect } from '@playwright/test'
import { pageAs } from '../support/demo.ts'
import { walk } from './picture.ts'

walk('supervisor', async (browser, picture) => {
  const page = await pageAs(browser, 'supervisor')
  await page.goto('/approvals')
  await picture('approvals', page)
  const items = page.getByRole('main').locator('li')
  // Neither so late that it can not be returned any more, nor somebody else's to decide.
  const deletion = items.filter({ hasText: 'Deletion' }).filter({ hasText: /in \d+ days/ }).first()
  await deletion.getByRole('button').first().click()
  await expect(page).toHaveURL(/approvals\/[0-9A-Z]{9}/)
  await expect(page.getByRole('region', { name: 'Decide' }).or(page.getByText('What will happen')).first()).toBeVisible()
  const code = page.url().slice(-9)
  await picture('decision', page)
  const dialogs = [
    [/^Approve…/, 'decision-approve'], [/^Return…/, 'decision-return'], [/^Reject…/, 'decision-reject'],
    [/^Hold…/, 'decision-hold'],
  ] as const
  for (const [button, name] of dialogs) {
    await page.getByRole('button', { name: button }).click()
    await picture(name, page)
    await page.keyboard.press('Escape')
  }
  await page.goto(`/approvals/${code}`)
  await page.getByRole('button', { name: /^Approve…/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The last five characters of the case code').fill(code.slice(-5))
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`/cases/${code}`)
  await picture('case-in-motion', page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 75_000 })
  await picture('case-completed', page)
  await page.goto('/reviews')
  await picture('reviews', page)
  await page.goto('/partners')
  await picture('partners', page)
  await page.getByRole('button', { name: 'Letter…' }).first().click()
  await picture('partner-letter', page)
  await page.goto('/shift')
  await picture('shift', page)
  await page.goto('/cases')
  await picture('cases-supervisor', page)
  await page.context().close()
})
