import { expect, test } from '@playwright/test'
import { wrapUp } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'

test('a wrong number: a call without a look-up has its record, and another one that comes in meanwhile is said', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 2)
  await agent.goto('/desk')
  // A key that is pressed before the page listens is lost.
  await agent.waitForLoadState('networkidle')
  await agent.keyboard.press('Control+Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Look the caller up, or just listen')
  // The telephone rings again: nothing of the call changes by it.
  await agent.goto('/desk?phone=%2B8613912345678&call_id=tel-77')
  await expect(agent.getByText('Another call is coming in')).toBeVisible()
  await expect(agent.getByText('13912345678')).toBeHidden()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Look the caller up, or just listen')
  await agent.getByRole('button', { name: 'Not this caller' }).click()
  await expect(agent.getByText('Another call is coming in')).toBeHidden()
  await agent.getByRole('button', { name: /Wrap up/ }).first().click()
  await expect(agent.getByRole('radio', { name: 'We promised to call back' })).toHaveCount(0)
  await agent.keyboard.press('Escape')
  await wrapUp(agent, 'Wrong number')

  const auditor = await pageAs(browser, 'auditor')
  const me = await whoAmI(agent)
  for (const what of ['call.opened', 'call.wrapped_up']) {
    expect((await logSays(auditor, { what })).some((row) => row.includes(me)), what).toBe(true)
  }
  for (const page of [agent, auditor]) await page.context().close()
})
