import { expect, type Page } from '@playwright/test'
import { pageAs } from '../support/demo.ts'
import { walk } from './picture.ts'

walk('administrator', async (browser, picture) => {
  const page = await pageAs(browser, 'administrator')
  const open = async (name: RegExp) => {
    await page.getByRole('main').getByRole('button', { name }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  await page.goto('/settings')
  await picture('set-up', page)
  await page.goto('/settings/staff')
  await picture('staff', page)
  await open(/Add a person…/)
  await picture('staff-add', page)
  await page.keyboard.press('Escape')
  await open(/Change role…/)
  await picture('staff-role', page)
  await page.goto('/settings/clients')
  await picture('clients', page)
  await open(/Add a client…/)
  await picture('clients-add', page)
  await addClient(page)
  await picture('clients-key', page)
  await page.goto('/settings/systems')
  await picture('systems', page)
  await page.getByRole('button', { name: /^Check/ }).first().click()
  await expect(page.getByText(/^passed|problems?,/).first()).toBeVisible()
  await picture('systems-check', page)
  await open(/Connect a system…/)
  await picture('systems-connect', page)
  await page.goto('/settings/values')
  await picture('settings', page)
  await page.getByRole('main').getByRole('button', { name: /^Change…/ }).last().click()
  await picture('settings-change', page)
  await page.keyboard.press('Escape')
  await open(/Decide…|^Change…/)
  await picture('settings-law', page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await picture('keys', page)
  await page.context().close()
})

async function addClient(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(`gate-${Date.now()}`)
  await dialog.locator('input[type=checkbox][value=gate]').check()
  await dialog.getByRole('button', { name: 'Add and show the key' }).click()
  await expect(page.getByLabel('API key', { exact: true })).toBeVisible()
}
