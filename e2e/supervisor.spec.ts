import { expect, test, type Page } from '@playwright/test'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { openFromQueue, queueOf } from './support/queue.ts'

/** How long is left, in hours, as the queue says it: `in 3 days`, `5 hours ago`. */
function hoursIn(text: string): number | null {
  const [, ahead, inside, insideUnit] = /\b(in) (\d+) (hour|day)s?\b/.exec(text) ?? []
  const [, over, overUnit] = /\b(\d+) (hour|day)s? ago\b/.exec(text) ?? []
  if (ahead !== undefined) return Number(inside) * (insideUnit === 'day' ? 24 : 1)
  return over === undefined ? null : -Number(over) * (overUnit === 'day' ? 24 : 1)
}

const pressed = async (page: Page, name: RegExp) => {
  await page.getByRole('region', { name: 'Decide', exact: true }).getByRole('button', { name }).click()
  return page.getByRole('dialog')
}

test('a supervisor works the queue by its dates, asks the agent back, and rejects with a coded reason', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor', 1)
  const me = await whoAmI(supervisor)
  await supervisor.goto('/approvals')
  await expect(queueOf(supervisor).first()).toBeVisible()
  const left = (await queueOf(supervisor).allInnerTexts()).map(hoursIn).filter((hours) => hours !== null)
  expect(left.length).toBeGreaterThan(5)
  expect(left, 'the most pressing first').toEqual(left.toSorted((a, b) => a - b))

  const agent = await pageAs(browser, 'agent')
  const asked = await whoAmI(agent)
  const code = await openFromQueue(supervisor, 'Deletion', /in [12]\d days/, `opened by ${asked}`)
  const question = 'Did they ask for the service alone? <b>&"\'</b>'
  const returning = await pressed(supervisor, /Return…/)
  await returning.getByRole('button', { name: 'Return', exact: true }).click()
  await expect(returning).toContainText('Please choose one.')
  await returning.getByLabel('To').selectOption({ label: asked })
  await returning.getByLabel('Question').fill(question)
  await returning.getByRole('button', { name: 'Return', exact: true }).click()
  await expect(returning).toBeHidden()
  await expect(supervisor).toHaveURL(/\/approvals$/)

  await agent.goto('/cases')
  await expect(agent.getByRole('row').filter({ has: agent.locator(`a[href="/cases/${code}"]`) })).toContainText(`Agent ${asked}’s turn`)
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('blockquote').filter({ hasText: question })).toBeVisible()
  await agent.getByLabel('Answer').fill('The service alone. 😀')
  await agent.getByRole('button', { name: 'Send the answer' }).click()
  await expect(agent.getByText('Answered. It is back with the supervisors.')).toBeVisible()

  await supervisor.goto(`/approvals/${code}`)
  await expect(supervisor.getByText(`${asked} answered on`)).toBeVisible()
  const rejecting = await pressed(supervisor, /Reject…/)
  await rejecting.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(rejecting).toContainText('Say it in words: the person reads this.')
  await rejecting.getByLabel('Reason').selectOption({ label: 'Not about this person' })
  await rejecting.getByLabel('Legal ground').selectOption({ label: 'PIPL 50: request refused with reasons' })
  await rejecting.getByLabel('In words, for the person').fill('Somebody else called in your name. Nothing was deleted.')
  await rejecting.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(rejecting).toBeHidden()
  await supervisor.goto(`/cases/${code}`)
  await expect(supervisor.getByText('Rejected: Not about this person')).toBeVisible()
  await expect(supervisor.getByText('Legal ground: PIPL 50: request refused with reasons')).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: code })).toReversed()
  const at = (text: string, who: string) => said.findIndex((row) => row.includes(text) && row.includes(who))
  const order = [at('Returned with a question', me), at('Question answered', asked), at('Rejected', me)]
  expect(order.every((place) => place >= 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(said.join('\n')).not.toContain('Somebody else called')
  for (const page of [supervisor, agent, auditor]) await page.context().close()
})

test('a hold stops a case until it is lifted, and whoever placed it does not decide that case', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor', 1)
  const me = await whoAmI(supervisor)
  const code = await openFromQueue(supervisor, 'Deletion', /in [12]\d days/)
  const holding = await pressed(supervisor, /Hold…/)
  await holding.getByRole('radio', { name: 'Everything of this person' }).check()
  await holding.getByLabel('What it rests on').selectOption('An order of a court')
  await holding.getByLabel('Basis').fill('=1+1 Court of Haidian, 2018-114')
  await holding.getByLabel('Review on').fill('2018-01-31')
  await holding.getByRole('button', { name: 'Place the hold' }).click()
  await expect(holding).toContainText('This day has passed already.')
  await holding.getByLabel('Review on').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10))
  await holding.getByRole('button', { name: 'Place the hold' }).click()
  await expect(holding).toBeHidden()
  await expect(supervisor.getByRole('button', { name: /Approve…/ })).toBeDisabled()
  await supervisor.goto('/approvals')
  const mine = queueOf(supervisor).filter({ hasText: `${code.slice(0, 4)} ${code.slice(4, 8)}` })
  await expect(mine).toContainText('not yours')
  await expect(mine).toContainText('You took part in this case.')

  const colleague = await pageAs(browser, 'supervisor', 2)
  await colleague.goto(`/approvals/${code}`)
  await expect(colleague.getByRole('button', { name: /Approve…/ })).toBeDisabled()
  await expect(colleague.getByRole('region', { name: 'Decide', exact: true })).toContainText(/on hold|legal hold/i)

  await supervisor.goto(`/cases/${code}`)
  const holds = supervisor.getByRole('region', { name: 'Legal holds' })
  await expect(holds).toContainText(`everything · placed by ${me}`)
  await holds.getByRole('button', { name: 'Lift…' }).click()
  const lifting = supervisor.getByRole('dialog', { name: 'Lift this hold?' })
  await lifting.getByLabel('Reason').fill('The court has closed its file.')
  await lifting.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(holds.getByRole('button', { name: 'Lift…' })).toBeHidden()
  await supervisor.goto(`/approvals/${code}`)
  await expect(supervisor.getByRole('button', { name: /Approve…/ })).toBeDisabled()
  await colleague.reload()
  await expect(colleague.getByRole('button', { name: /Approve…/ })).toBeEnabled()

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  for (const text of ['Legal hold placed', 'Legal hold lifted']) {
    expect(said.filter((row) => row.includes(text) && row.includes(me)), text).toHaveLength(1)
  }
  expect(said.some((row) => row.includes('Approved'))).toBe(false)
  for (const page of [supervisor, colleague, auditor]) await page.context().close()
})
