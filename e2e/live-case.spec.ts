import { expect, test, type Page } from '@playwright/test'
import { paceMs } from '#components/shell/pulse-pace.ts'
import { expectAccessible, showTheme, themes } from './support/accessibility.ts'
import { askForDeletion, lookUp, verifyByCode } from './support/call.ts'
import { approve } from './support/decide.ts'
import { pageAs, signIn, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { openFromQueue } from './support/queue.ts'

// They share nothing but the demo: whichever desk is free takes the next one.
test.describe.configure({ mode: 'parallel' })

const open = (page: Page) => page.getByRole('status', { name: 'Who has this case open' })
const freshness = (page: Page) => page.getByRole('status', { name: 'How fresh this page is' })

/** Whether the page is the very document that it was, never loaded anew. */
async function watchDocument(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-same', 'yes'))
  return async () => (await page.locator('html').getAttribute('data-same')) === 'yes'
}

/** Types a reason for a hold and leaves the dialog open, as somebody who is called away would. */
async function beginHold(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Place a legal hold…' }).click()
  await page.getByRole('dialog').getByLabel('Basis').fill('Letter of the court, third page')
}

const typed = (page: Page) => page.getByRole('dialog').getByLabel('Basis')

test('two supervisors on the same case see each other, and its page follows the erasure to the end without a reload', async ({ browser }) => {
  // Three people, and the whole of an erasure.
  test.setTimeout(240_000)
  const person = someoneWho('own_apart', 27)
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  const code = await askForDeletion(agent)

  const [first, second] = [await pageAs(browser, 'supervisor', 0), await pageAs(browser, 'supervisor', 1)]
  const [one, two] = [await whoAmI(first), await whoAmI(second)]
  await first.goto(`/cases/${code}`)
  await expect(first.getByRole('heading', { level: 1 })).toContainText('Waits for a supervisor to decide')
  await expect(open(first)).toBeEmpty()
  await second.goto(`/cases/${code}`)
  await expect(open(second)).toContainText(new RegExp(`${one} has this case open since \\d\\d:\\d\\d\\.`))
  await expect(open(first)).toContainText(`${two} has this case open since`)

  // The same supervisor in a second tab: told apart, and gone when it is closed.
  const tab = await first.context().newPage()
  await tab.goto(`/cases/${code}`)
  await expect(open(tab)).toContainText('You have this case open in another tab since')
  await expect(open(first)).toContainText('You have this case open in another tab since')
  // On the decision it is the same case.
  await tab.goto(`/approvals/${code}`)
  await expect(open(tab)).toContainText('You have this case open in another tab since')
  await expect(open(first)).toContainText('You have this case open in another tab since')

  const same = await watchDocument(first)
  await beginHold(second)
  await approve(tab, code)
  await tab.close()
  await expect(open(first)).not.toContainText('another tab')

  await expect(first.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 75_000 })
  expect(await same(), 'nobody loaded the page anew').toBe(true)
  const work = first.getByRole('region', { name: 'System by system' })
  await expect(work).toContainText(/2 of 2 systems erased/)
  await expect(work).toContainText(/2 of 2 systems asked again/)
  await expect(work.getByRole('row').filter({ hasText: 'wallet' })).toContainText('clean')
  await expect(first.getByRole('status', { name: 'What has just changed' })).toContainText('Complete')

  // Whoever was typing has lost nothing, and is shown what changed once they are done.
  await expect(typed(second)).toHaveValue('Letter of the court, third page')
  await expect(second.getByRole('heading', { level: 1 })).toContainText('Waits for a supervisor to decide')
  await second.keyboard.press('Escape')
  await expect(second.getByRole('heading', { level: 1 })).toContainText('Complete')
  for (const theme of themes) {
    await showTheme(second, theme)
    // Colours take a moment to change.
    await expect(() => expectAccessible(second)).toPass()
  }

  // What was done is in the log; that somebody looked on is not: it changed nothing and showed nobody.
  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  for (const what of ['Approved', 'Erased in a system', 'System asked again', 'Certificate issued', 'Completed']) {
    expect(said.some((row) => row.includes(what)), what).toBe(true)
  }
  await first.waitForResponse((response) => response.url().endsWith('/live'))
  expect(await logSays(auditor, { case: code })).toHaveLength(said.length)
  for (const page of [agent, first, second, auditor]) await page.context().close()
})

test('a page that can not be kept up to date says since when, keeps what was typed, and catches up by itself', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor', 0)
  const code = await openFromQueue(supervisor, 'Deletion', /in [12]\d days/)
  await supervisor.goto(`/cases/${code}`)
  const same = await watchDocument(supervisor)
  await expect(freshness(supervisor)).toBeEmpty()
  await beginHold(supervisor)

  await supervisor.context().setOffline(true)
  await expect(freshness(supervisor)).toContainText(/Offline since \d\d:\d\d:\d\d/)
  await supervisor.context().setOffline(false)
  await expect(freshness(supervisor)).not.toContainText('Offline')

  // The network is there and the desk does not answer, as while it is started anew.
  await supervisor.route('**/live', (route) => route.fulfill({ status: 503 }))
  await expect(freshness(supervisor)).toContainText(/Stale since \d\d:\d\d:\d\d: the desk does not answer/)
  await expect(typed(supervisor)).toHaveValue('Letter of the court, third page')
  await supervisor.keyboard.press('Escape')
  for (const theme of themes) {
    await showTheme(supervisor, theme)
    await expect(() => expectAccessible(supervisor)).toPass()
  }
  await supervisor.unroute('**/live')
  await expect(freshness(supervisor)).toBeEmpty({ timeout: 30_000 })
  expect(await same()).toBe(true)

  // Signed out elsewhere: the page says so and asks no more, until somebody who signed in beside it comes back to it.
  await supervisor.context().clearCookies()
  await expect(freshness(supervisor)).toContainText('Your session has ended')
  const asked = supervisor.waitForRequest('**/live', { timeout: 1.5 * paceMs.still })
  await expect(asked, 'no question while nobody is signed in').rejects.toThrow('Timeout')
  await beginHold(supervisor)
  const opened = supervisor.context().waitForEvent('page')
  await freshness(supervisor).getByRole('link', { name: 'Sign in again' }).evaluate((link: HTMLElement) => link.click())
  const beside = await opened
  await beside.waitForURL('**/sign-in')
  await signIn(beside, 'supervisor', 0)
  await beside.close()
  await supervisor.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(freshness(supervisor)).toBeEmpty()
  await expect(typed(supervisor)).toHaveValue('Letter of the court, third page')
  await supervisor.keyboard.press('Escape')
  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, { case: code })).some((row) => row.includes('hold placed'))).toBe(false)
  for (const page of [supervisor, auditor]) await page.context().close()
})
