import { expect, test } from '@playwright/test'
import { lookUp, setFree, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

test('of somebody who joined by themselves and met the ticked box only the ticked box is undone', async ({ browser }) => {
  const person = someoneWho('mixed', 2)
  const agent = await pageAs(browser, 'agent')
  await lookUp(agent, person.phone)
  await verifyByCode(agent)

  const verdict = agent.getByRole('heading', { level: 1 })
  await expect(verdict).toContainText(/by their own choice on [^;]*; another enrolment, on .* 2018, does not count\./)
  const code = await setFree(agent)
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 60_000 })

  // Their own choice stands, and can be told from what was done to them.
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await expect(verdict).toContainText(/Enrolled in Credit scoring on .* by their own choice\./)
  await expect(agent.getByRole('button', { name: /Set this person free/ })).toHaveCount(0)
  await wrapUp(agent, 'A question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('Consent found void'))).toBe(true)
  expect(said.filter((row) => row.includes('Marked'))).toEqual([])
  for (const page of [agent, auditor]) await page.context().close()
})
