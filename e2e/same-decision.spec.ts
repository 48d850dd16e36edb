import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, showTheme, themes } from './support/accessibility.ts'
import { askForDeletion, lookUp, verifyByCode } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { queueOf } from './support/queue.ts'

const open = (page: Page) => page.getByRole('status', { name: 'Who has this case open' })
const freshness = (page: Page) => page.getByRole('status', { name: 'How fresh this page is' })
const decideBar = (page: Page) => page.getByRole('region', { name: 'Decide', exact: true })

test('two supervisors at one decision see each other, and what one decides is said to the other before they decide too', async ({ browser }) => {
  test.setTimeout(180_000)
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, someoneWho('own_apart', 41).phone)
  await verifyByCode(agent)
  const code = await askForDeletion(agent)
  const spoken = `${code.slice(0, 4)} ${code.slice(4, 8)}`

  // One comes from the queue, the other reads the case on its own page first.
  const [first, second] = [await pageAs(browser, 'supervisor', 0), await pageAs(browser, 'supervisor', 1)]
  const [one, two] = [await whoAmI(first), await whoAmI(second)]
  await first.goto('/approvals')
  await queueOf(first).filter({ hasText: spoken }).getByRole('button').click()
  await expect(first).toHaveURL(new RegExp(`/approvals/${code}$`))
  await expect(open(first)).toBeEmpty()
  await second.goto(`/cases/${code}`)
  await expect(open(second)).toContainText(new RegExp(`${one} has this case open since \\d\\d:\\d\\d\\.`))
  await expect(open(first)).toContainText(new RegExp(`${two} has this case open since \\d\\d:\\d\\d\\.`))
  await second.getByRole('link', { name: 'Decide' }).click()
  await expect(second).toHaveURL(new RegExp(`/approvals/${code}$`))
  await expect(open(second)).toContainText(`${one} has this case open since`)
  await expect(open(first)).toContainText(`${two} has this case open since`)
  for (const theme of themes) {
    await showTheme(first, theme)
    await expect(() => expectAccessible(first)).toPass()
  }

  // The other one is quicker. What is read stays on the page until its reader asks for what is new.
  await decideBar(second).getByRole('button', { name: /Return…/ }).click()
  const returning = second.getByRole('dialog')
  await returning.getByLabel('To').selectOption({ label: await whoAmI(agent) })
  await returning.getByLabel('Question').fill('Did they ask for the service alone?')
  await returning.getByRole('button', { name: 'Return', exact: true }).click()
  await expect(returning).toBeHidden()
  await expect(freshness(first)).toContainText('This case has changed since it was shown here.')
  await expect(open(first), 'who went back to the queue is not there').toBeEmpty()
  await expect(decideBar(first).getByRole('button', { name: /Approve…/ })).toBeEnabled()
  for (const theme of themes) {
    await showTheme(first, theme)
    await expect(() => expectAccessible(first)).toPass()
  }
  // Who decides all the same decides on what is no longer so.
  await decideBar(first).getByRole('button', { name: /Approve…/ }).click()
  const approving = first.getByRole('dialog')
  await approving.getByLabel('The last five characters of the case code').fill(code.slice(-5))
  await approving.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(approving.getByRole('alert')).toContainText('changed')
  await approving.getByRole('button', { name: 'Cancel' }).click()
  await freshness(first).getByRole('button', { name: 'Show what changed' }).click()
  await expect(freshness(first)).toBeEmpty()
  await expect(decideBar(first).getByRole('button', { name: /Approve…/ })).toBeDisabled()

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Returned with a question') && row.includes(two))).toHaveLength(1)
  expect(said.some((row) => row.includes('Approved')), 'nothing was approved').toBe(false)
  // That somebody looked on is no entry: it changed nothing and showed nobody.
  await first.waitForResponse((response) => response.url().endsWith('/live'))
  expect(await logSays(auditor, { case: code })).toHaveLength(said.length)
  for (const page of [agent, first, second, auditor]) await page.context().close()
})
