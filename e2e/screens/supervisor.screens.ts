import { expect } from '@playwright/test'
import { lookUp, wrapUp } from '../support/call.ts'
import { numberOf, pageAs } from '../support/demo.ts'
import { nameGuardian } from '../support/ways.ts'
import { walk } from './picture.ts'

walk('supervisor', async (browser, picture) => {
  const agent = await pageAs(browser, 'agent', 1)
  await lookUp(agent, numberOf('joined by an own choice'))
  await nameGuardian(agent)
  await wrapUp(agent, 'The caller could not be verified')
  await agent.context().close()
  const page = await pageAs(browser, 'supervisor')
  await page.goto('/checks')
  await picture('checks', page)
  await page.getByRole('button', { name: 'Open' }).first().click()
  await expect(page.getByRole('button', { name: 'It is there and fits' })).toBeVisible()
  await picture('checks-opened', page)
  await page.goto('/approvals')
  await picture('approvals', page)
  await page.goto('/approvals?only=contested')
  await picture('contested', page)
  await page.goto('/holds')
  await picture('holds', page)
  await page.getByRole('button', { name: /Place a hold…/ }).click()
  await page.getByRole('radio', { name: 'Named systems only' }).check()
  await picture('hold-place', page)
  await page.keyboard.press('Escape')
  await page.goto('/ineligibility')
  await picture('ineligibility', page)
  await page.getByRole('button', { name: /Ask for a mark…/ }).click()
  await picture('mark-ask', page)
  await page.keyboard.press('Escape')
  await page.goto('/approvals')
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
