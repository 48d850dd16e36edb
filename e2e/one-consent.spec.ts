import { expect, test } from '@playwright/test'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWhoGave } from './support/people.ts'

test('somebody who wants no more marketing is done with in two keys, and stays in everything else', async ({ browser }) => {
  const person = someoneWhoGave('marketing', 'own_2016')
  const agent = await pageAs(browser, 'agent')
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  const standing = await agent.getByText('enrolled: Credit scoring').count()

  const choice = agent.getByRole('button', { name: /Withdraw consent: Marketing/ })
  await agent.keyboard.press((await choice.getAttribute('aria-keyshortcuts')) ?? '')
  await expect(choice).toHaveAttribute('aria-expanded', 'true')
  await agent.keyboard.press('Control+Enter')
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')

  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 60_000 })

  // The next call finds the withdrawal on the time line, and the enrolment as it was.
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await expect(agent.getByRole('button', { name: /Withdraw consent: Marketing/ })).toHaveCount(0)
  expect(await agent.getByText('enrolled: Credit scoring').count()).toBe(standing)
  await wrapUp(agent, 'The question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('Consent withdrawn'))).toBe(true)
  expect(said.filter((row) => /Approved|Marked/.test(row)), 'nobody had to approve, nobody is marked').toEqual([])
  for (const page of [agent, auditor]) await page.context().close()
})
