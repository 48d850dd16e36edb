import { expect, test } from '@playwright/test'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { fits } from './support/fits.ts'
import { openFromQueue } from './support/queue.ts'
import { someoneWho } from './support/people.ts'

// Each screen is looked at where it stands (e2e/screens); here are the parts of a call that a narrow window shows.
test('a call, the case that comes of it and its decision can be read at 320 px and at 400 % without scrolling sideways', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  const wide = () => agent.setViewportSize({ width: 1440, height: 900 })
  await lookUp(agent, someoneWho('own_apart', 25).phone)
  await fits(agent, 'a locked person')
  await wide()
  await verifyByCode(agent)
  for (const part of ['Who', 'What happened', 'What now']) {
    await agent.setViewportSize({ width: 320, height: 640 })
    await agent.getByRole('group', { name: 'Parts of this call' }).getByRole('button', { name: part }).click()
    await fits(agent, `a verified person: ${part}`)
  }
  await wide()
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await fits(agent, 'a deletion to be told')
  await agent.getByRole('button', { name: 'What do I lose?' }).click()
  await expect(agent.getByRole('dialog')).toBeVisible()
  await fits(agent, 'what they lose')
  await agent.keyboard.press('Escape')
  await wide()
  await agent.getByRole('button', { name: /De-register from Credit scoring/ }).click()
  await agent.getByRole('button', { name: 'De-register…' }).click()
  await expect(agent.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await fits(agent, 'the numbers')
  await agent.keyboard.press('Escape')
  await wide()
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
  const code = await saidCaseCode(agent)
  await fits(agent, 'submitted')
  await wide()
  await wrapUp(agent, 'A request was opened')
  await agent.goto(`/cases/${code}`)
  await fits(agent, 'a case')

  const supervisor = await pageAs(browser, 'supervisor')
  await openFromQueue(supervisor, 'Deletion')
  await fits(supervisor, 'a decision')
  for (const page of [agent, supervisor]) await page.context().close()
})
