import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

test('a caller whom somebody else is steering: it looks submitted, waits for a call-back, and goes on once they speak for themselves', async ({ browser }) => {
  const person = someoneWho('own_apart', 5)
  const number = person.phone.replace(/[^\d+]/g, '')
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.keyboard.press('q')
  const code = await saidCaseCode(agent)
  // Whoever stands beside the caller, or looks at the screen, sees a request like any other.
  const shown = await agent.getByRole('main').innerText()
  expect(shown).not.toMatch(/parked|call.?back|pressure|steering/i)
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Waits for a supervisor to decide')
  expect(await agent.getByRole('main').innerText()).not.toMatch(/parked|call.?back|nobody answered/i)
  await agent.goto('/desk')
  await wrapUp(agent, 'A request was opened')

  // Nothing moves until they were reached at the number on file, and nobody decides on it.
  const mine = agent.getByRole('region', { name: 'Yours to move' })
  await expect(mine).toContainText(`${code.slice(0, 4)} ${code.slice(4, 8)}`)
  const supervisor = await pageAs(browser, 'supervisor', 0)
  await supervisor.goto('/approvals')
  await expect(supervisor.getByRole('region', { name: 'Cases to decide' })).not.toContainText(`${code.slice(0, 4)} ${code.slice(4, 8)}`)

  // The first time nobody answers.
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Parked: we call back')
  await agent.getByRole('button', { name: 'Call them back…' }).click()
  await expect(agent.getByText(number), 'it is shown on purpose alone').toBeHidden()
  await agent.getByRole('button', { name: 'Show the number' }).click()
  await expect(agent.getByText(number)).toBeVisible()
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Nobody answered' }).click()
  await expect(agent.getByText('Noted. It is tried again tomorrow')).toBeVisible()

  // A colleague who has the time calls from the list, and somebody answers at the number on file.
  const colleague = await pageAs(browser, 'agent', 1)
  await colleague.goto('/desk')
  const spoken = `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`
  await colleague.getByRole('button', { name: `Call them back… about ${spoken}` }).click()
  await colleague.getByRole('button', { name: 'Show the number' }).click()
  await expect(colleague.getByText(number)).toBeVisible()
  await colleague.getByRole('button', { name: 'Reached: begin the call' }).click()
  await expect(colleague.getByRole('img', { name: 'Assurance level 2 of 3' })).toBeVisible()
  const card = colleague.getByRole('region', { name: 'You call them back about this' })
  await expect(card).toContainText('tried once')
  await expect(card).toContainText('Make sure that they are alone')
  const reached = card.getByRole('button', { name: 'They were reached' })
  await expect(reached, 'nothing is said for the caller').toBeDisabled()
  await expect(card.getByRole('radio', { name: /read it first/ }), 'a letter reaches whoever opens the post').toHaveCount(0)
  await card.getByRole('radio', { name: 'Understood it' }).check()
  await reached.click()
  await expect(card).toBeHidden()
  await wrapUp(colleague, 'A question was answered')
  await supervisor.goto(`/approvals/${code}`)
  await expect(supervisor.getByRole('button', { name: /Approve…/ })).toBeEnabled()

  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: code })).toReversed()
  const at = (text: string) => said.findIndex((row) => row.includes(text))
  const order = [at('Request submitted'), at('Called back'), said.findLastIndex((row) => row.includes('Called back')), at('Taken up again')]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const page of [agent, colleague, supervisor, auditor]) await page.context().close()
})
