import { expect, test } from '@playwright/test'
import { lookUp, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { someoneWho } from './support/people.ts'

test('a line that is cut is said in every room, nothing typed is lost, and the room is shown anew when it is back', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  await lookUp(agent, someoneWho('own_apart', 15).phone)
  await agent.keyboard.press('n')
  const note = agent.getByRole('dialog').getByRole('textbox')
  await note.fill('Hears badly on the left.')
  await agent.context().setOffline(true)
  const said = agent.getByRole('status').filter({ hasText: 'No connection.' })
  await expect(said).toHaveCount(1)
  await agent.getByRole('dialog').getByRole('button', { name: 'Write it down' }).click()
  await expect(agent.getByRole('dialog')).toContainText('No answer came.')
  await expect(note).toHaveValue('Hears badly on the left.')

  await agent.context().setOffline(false)
  await expect(said).toHaveCount(0)
  await agent.getByRole('dialog').getByRole('button', { name: 'Write it down' }).click()
  await expect(agent.getByRole('dialog')).toHaveCount(0)
  await expect(agent.getByText('Noted.')).toBeVisible()

  // The browser thinks that all is well, and the desk does not answer.
  await agent.route('**/desk', (route) => route.abort())
  await agent.keyboard.press('v')
  await expect(agent.getByRole('status').filter({ hasText: 'The desk does not answer.' })).toHaveCount(1)
  await agent.unroute('**/desk')
  await agent.keyboard.press('v')
  await expect(agent.getByText(/Demo outbox: \d{6}/)).toBeVisible()
  await expect(agent.getByRole('status').filter({ hasText: 'The desk does not answer.' })).toHaveCount(0)
  await wrapUp(agent, 'The caller could not be verified')
  await agent.context().close()
})
