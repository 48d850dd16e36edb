import { expect, test } from '@playwright/test'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'

test('a letter asks for a deletion, nobody on file fits, and whoever wrote is answered in words that give nothing away', async ({ browser }) => {
  const stranger = '+86 139 0000 0042'
  const writer = 'cao.wen@example.org'
  const agent = await pageAs(browser, 'agent', 0)
  await agent.goto('/intake')
  await agent.getByRole('button', { name: 'Take it in' }).click()
  await expect(agent.getByText('Please choose one.').first(), 'nothing is chosen for anybody').toBeVisible()
  await agent.getByRole('radio', { name: 'Letter' }).check()
  const received = new Date(Date.now() - 4 * 86_400_000).toISOString().slice(0, 10)
  await agent.getByLabel('The day it reached us').fill(received)
  await agent.getByLabel('What it says the person is known by').fill(stranger)
  await agent.getByRole('radio', { name: 'Delete the data' }).check()
  await agent.getByLabel('Of what').selectOption({ label: 'The whole account' })
  await agent.getByLabel('Where whoever wrote can be answered').fill('by carrier pigeon')
  await agent.getByLabel('The language they read').selectOption({ label: 'English' })
  await agent.getByRole('button', { name: 'Take it in' }).click()
  await expect(agent.getByText('This is no phone and no e-mail.')).toBeVisible()
  await expect(agent.getByLabel('What it says the person is known by'), 'nothing typed is lost').toHaveValue(stranger)
  await agent.getByLabel('Where whoever wrote can be answered').fill(writer)
  await agent.getByRole('button', { name: 'Take it in' }).click()

  const card = agent.getByRole('region', { name: 'Taken in.' })
  await expect(card).toContainText('Nobody on file fits.')
  const href = await card.locator('a[href^="/cases/"]').getAttribute('href')
  const code = (href ?? '').slice('/cases/'.length)
  await card.getByRole('button', { name: 'Answer: nothing found' }).click()
  await expect(card).toContainText('Answered. The case is closed.')

  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('no data found')
  await expect(agent.getByText('Legal ground: Nothing on file about the person')).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  await expect
    .poll(async () => (await logSays(auditor, { case: code })).some((row) => row.includes('Notice to the person sent')), { timeout: 60_000 })
    .toBe(true)
  const said = (await logSays(auditor, { case: code })).toReversed().join('\n')
  expect(said).toContain('Intake recorded')
  expect(said).toContain('No data found')
  for (const value of [stranger, '0000 0042', writer, 'cao.wen']) expect(said, 'nobody by name or number').not.toContain(value)
  for (const page of [agent, auditor]) await page.context().close()
})
