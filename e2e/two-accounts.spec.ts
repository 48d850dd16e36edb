import { expect, test } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { twoAccountsOfOne } from './support/people.ts'

test('one person with two accounts: each is verified by itself in one call, and one deletion names both', async ({ browser }) => {
  const [first, second] = twoAccountsOfOne()
  const agent = await pageAs(browser, 'agent', 1)
  await lookUp(agent, first.phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the whole account/ }).click()
  await expect(agent.getByText('For which of their accounts'), 'there is one yet').toBeHidden()

  await agent.getByRole('button', { name: 'The caller has another account…' }).click()
  const other = agent.getByLabel('What their other account is known by')
  await other.fill(second.phone)
  await other.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 }), 'a level is of one account').toContainText('Verify the caller first')
  const accounts = agent.getByRole('region', { name: 'Accounts of this call' })
  await expect(accounts.getByRole('button', { pressed: true })).toContainText('Level 0')
  await verifyByCode(agent)
  await accounts.getByRole('button', { pressed: false }).filter({ hasText: 'Verified, level 2' }).click()
  await expect(accounts.getByRole('button', { pressed: true })).toContainText('Verified, level 2')

  await agent.getByRole('button', { name: /Delete the whole account/ }).click()
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  const ask = agent.getByRole('button', { name: 'Ask for the deletion' })
  await expect(ask, 'which of them is for the caller to say').toBeDisabled()
  await agent.getByRole('radio', { name: 'Both accounts' }).check()
  await expectAccessibleInBoth(agent)
  await ask.click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Waits for a supervisor to decide')

  // Either account leads to the one case.
  for (const { phone } of [first, second]) {
    await lookUp(agent, phone)
    await verifyByCode(agent)
    await expect(agent.getByText(`Already open as`).first()).toBeVisible()
    await wrapUp(agent, 'A question was answered')
  }

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code, what: 'request.submitted' })
  expect(said).toHaveLength(1)
  const turned = await logSays(auditor, { what: 'person.viewed' })
  expect(turned.length).toBeGreaterThanOrEqual(1)
  for (const page of [agent, auditor]) await page.context().close()
})
