import { expect, test } from '@playwright/test'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

test('on a slow machine, with the network cut in the middle of submitting, nothing typed is lost and one case is opened', async ({ browser }) => {
  const person = someoneWho('own_apart', 4)
  const words = 'All of it, please.'
  const agent = await pageAs(browser, 'agent', 1)
  const auditor = await pageAs(browser, 'auditor')
  const before = await logSays(auditor, { what: 'request.opened' })

  const tools = await agent.context().newCDPSession(agent)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await tools.send('Network.enable')
  const line = async (offline: boolean) => tools.send('Network.emulateNetworkConditions', {
    offline, latency: 200, downloadThroughput: 60_000, uploadThroughput: 30_000,
  })
  await line(false)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  await agent.getByLabel('What they want, in their words').fill(words)

  await line(true)
  const submit = agent.getByRole('button', { name: /Ask for the deletion/ })
  await submit.click()
  await expect(agent.getByRole('main').getByRole('alert')).toContainText('No answer came. What you typed is still here')
  await expect(agent.getByLabel('What they want, in their words')).toHaveValue(words)
  await expect(agent.getByRole('radio', { name: 'Understood it' })).toBeChecked()

  await line(false)
  await submit.click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')

  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Request submitted'))).toHaveLength(1)
  const opened = await logSays(auditor, { what: 'request.opened' })
  expect(opened.filter((row) => !before.includes(row)), 'and no other case').toHaveLength(1)
  for (const page of [agent, auditor]) await page.context().close()
})
