import { expect, test } from '@playwright/test'
import { lookUp, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho } from './support/people.ts'

test('somebody whose letter fitted nobody calls, is verified, reads out its code, and it goes on from the day it reached us', async ({ browser }) => {
  const person = someoneWho('own_apart', 33)
  const agent = await pageAs(browser, 'agent', 0)
  await agent.goto('/intake')
  await agent.getByRole('radio', { name: 'E-mail' }).check()
  const received = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)
  await agent.getByLabel('The day it reached us').fill(received)
  await agent.getByLabel('What it says the person is known by').fill('an.old.address@example.org')
  await agent.getByRole('radio', { name: 'Delete the data' }).check()
  await agent.getByLabel('Of what').selectOption({ label: 'The whole account' })
  await agent.getByLabel('The language they read').selectOption({ label: 'English' })
  await agent.getByRole('button', { name: 'Take it in' }).click()
  const card = agent.getByRole('region', { name: 'Taken in.' })
  await expect(card).toContainText('Nobody on file fits.')
  const href = await card.locator('a[href^="/cases/"]').getAttribute('href')
  const code = (href ?? '').slice('/cases/'.length)

  // Another agent has the caller on the line.
  const other = await pageAs(browser, 'agent', 1)
  await lookUp(other, person.phone)
  await verifyByCode(other)
  await other.getByRole('button', { name: 'Their letter, by its case code…' }).click()
  const dialog = other.getByRole('dialog', { name: 'Which letter is theirs?' })
  const field = dialog.getByLabel('The case code that the caller reads')
  await field.fill('K7M4 QXEH 0')
  await dialog.getByRole('button', { name: 'It is theirs' }).click()
  await expect(field, 'a code that was misheard is nobody’s').toHaveAttribute('aria-invalid', 'true')
  await field.fill(code)
  await dialog.getByRole('button', { name: 'It is theirs' }).click()
  await expect(other.getByText('The case is theirs. It waits here to go on.')).toBeVisible()
  const waiting = other.getByRole('region', { name: 'You call them back about this' })
  await waiting.getByRole('radio', { name: 'Understood it' }).check()
  await waiting.getByRole('button', { name: 'They were reached' }).click()
  await expect(waiting).toBeHidden()
  await wrapUp(other, 'A question was answered')

  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Waits for a supervisor to decide')
  await agent.getByRole('button', { name: 'why' }).click()
  await expect(agent.getByText(/15 working days/).first(), 'their law, from the day it reached us').toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: code })).toReversed()
  const at = (text: string) => said.findIndex((row) => row.includes(text))
  const order = [at('Intake recorded'), at('The person of the case found'), at('Called back'), said.findLastIndex((row) => row.includes('Request submitted'))]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const { name, value } of canariesOf(person)) expect(said.join('\n'), name).not.toContain(value)
  for (const page of [agent, other, auditor]) await page.context().close()
})
