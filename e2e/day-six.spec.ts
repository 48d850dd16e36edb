import { expect, test } from '@playwright/test'
import { wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'

test('at 390 px: somebody whose deletion was approved six days ago changes their mind, and nothing is erased', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 1)
  await agent.setViewportSize({ width: 390, height: 844 })
  const fitsTheScreen = async () => expect(await agent.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await agent.goto('/cases')
  // The one whose seven days are over first; the caller says the code of the case.
  const waiting = agent.getByRole('table', { name: 'My cases' }).locator('tbody tr').filter({ hasText: 'time to change their mind' })
  const code = ((await waiting.last().locator('a[href^="/cases/"]').getAttribute('href')) ?? '').slice('/cases/'.length)
  await fitsTheScreen()
  await agent.goto(`/cases/${code}`)
  const cancel = agent.getByRole('button', { name: 'The person changed their mind…' })
  await expect(cancel, 'not before the caller is verified').toBeDisabled()

  await agent.goto('/desk')
  const field = agent.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill(code.toLowerCase())
  await field.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Verify the caller first')
  await fitsTheScreen()
  await agent.getByRole('button', { name: /Send the code/ }).first().click()
  const outbox = agent.getByText(/Demo outbox: \d{6}/)
  await expect(outbox).toBeVisible()
  const digits = /\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? ''
  await agent.getByLabel('The six digits that the caller reads').fill(digits)
  await expect(agent.getByRole('heading', { name: 'What now' })).toBeVisible()
  await fitsTheScreen()
  await agent.goto(`/cases/${code}`)
  await fitsTheScreen()
  await cancel.click()
  await agent.getByRole('dialog').getByRole('button', { name: 'Cancel the request' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('The person changed their mind on')
  await agent.goto('/desk')
  await wrapUp(agent, 'A question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('Cancelled by whoever asked'))).toBe(true)
  expect(said.filter((row) => /Marked|Erased|Task/.test(row)), 'nothing was marked and nothing erased').toEqual([])
  for (const page of [agent, auditor]) await page.context().close()
})
