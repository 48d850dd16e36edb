import { expect, test } from '@playwright/test'
import { lookUp, setFree, verifyByCode } from './support/call.ts'
import { numberOf, pageAs } from './support/demo.ts'

test('somebody enrolled by a ticked box is set free in one call, at no cost, and stays free to join', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  const phone = numberOf('enrolled by the ticked box')

  await lookUp(agent, phone)
  await expect(agent.getByText('ticked by default')).toHaveCount(0)
  const { pathname, search, hash } = new URL(agent.url())
  expect(pathname + search + hash).not.toContain('86')

  await verifyByCode(agent)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('by a box that was ticked by default')
  const code = await setFree(agent)

  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 60_000 })

  const auditor = await pageAs(browser, 'auditor')
  await auditor.goto(`/log?case=${code}`)
  await expect(auditor.getByRole('main')).toContainText('Consent found void')
  await agent.context().close()
  await auditor.context().close()
})
