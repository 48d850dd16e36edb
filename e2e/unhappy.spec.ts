import { expect, test, type Page } from '@playwright/test'
import { watchBrowser } from './support/browser-watch.ts'
import { lookUp, saidCaseCode, setFree, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs, signIn, signInWith, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho } from './support/people.ts'
import { openFromQueue } from './support/queue.ts'

const field = (page: Page) => page.getByLabel('Phone, e-mail, national id, account or case code')

test('of two tabs that show one case the first decides it, and the second is told so in words', async ({ browser }) => {
  const first = await pageAs(browser, 'supervisor', 2)
  const code = await openFromQueue(first, 'Deletion', /in [12]\d days/)
  const second = await first.context().newPage()
  await second.goto(`/approvals/${code}`)
  for (const tab of [first, second]) {
    await tab.getByRole('button', { name: /Approve…/ }).click()
    await tab.getByRole('dialog').getByLabel('The last five characters of the case code').fill(code.slice(-5))
  }
  const approve = (tab: Page) => tab.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true })
  await approve(first).click()
  await expect(first).toHaveURL(/\/approvals$/)
  await approve(second).click()
  await expect(second.getByRole('dialog').getByRole('alert')).toHaveText(/Somebody else changed this a moment ago|approved this already/)

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Approved'))).toHaveLength(1)
  for (const page of [first, auditor]) await page.context().close()
})

test('a double click on submit opens one case', async ({ browser }) => {
  const person = someoneWho('forced', 1)
  const auditor = await pageAs(browser, 'auditor')
  const before = await logSays(auditor, { what: 'request.opened' })
  const agent = await pageAs(browser, 'agent', 1)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  const code = await setFree(agent, 'dblclick')

  const ofCase = await logSays(auditor, { case: code })
  expect(ofCase.filter((row) => row.includes('Request opened'))).toHaveLength(1)
  expect(ofCase.filter((row) => row.includes('Request submitted'))).toHaveLength(1)
  const opened = await logSays(auditor, { what: 'request.opened' })
  expect(opened.filter((row) => !before.includes(row)), 'and no other case').toHaveLength(1)
  for (const page of [agent, auditor]) await page.context().close()
})

test('a session that ends while a form is typed loses nothing of it and writes nothing of it', async ({ browser }) => {
  const person = someoneWho('mixed', 1)
  const agent = await pageAs(browser, 'agent', 1)
  const me = await whoAmI(agent)
  const watch = await watchBrowser(agent.context())
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  const words = 'Please, all of it. <script>"\'</script> =1+1 😀'
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  await agent.getByLabel('What they want, in their words').fill(words)

  // On another machine the same person ends every session.
  const elsewhere = await pageAs(browser, 'agent', 1)
  await elsewhere.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(elsewhere).toHaveURL(/\/sign-in$/)

  const auditor = await pageAs(browser, 'auditor')
  const openedBefore = await logSays(auditor, { what: 'request.opened' })
  const submit = agent.getByRole('button', { name: /Ask for the deletion/ })
  await submit.click()
  await expect(agent.getByText('Your session has ended.')).toBeVisible()
  await expect(agent.getByLabel('What they want, in their words')).toHaveValue(words)
  await expect(agent.getByRole('radio', { name: 'Understood it' })).toBeChecked()
  expect(await logSays(auditor, { what: 'request.opened' }), 'nothing is half written').toEqual(openedBefore)

  const [tab] = await Promise.all([
    agent.context().waitForEvent('page'),
    agent.getByRole('link', { name: 'Sign in in a new tab' }).click(),
  ])
  await signIn(tab, 'agent', 1)
  await tab.getByRole('button', { name: 'Take it up again' }).click()
  await expect(tab.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await tab.close()

  await submit.click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Request opened') && row.includes(me))).toHaveLength(1)
  expect((await logSays(auditor, { what: 'session.signed_out_everywhere' }))[0]).toContain(me)
  expect(await watch.find([...canariesOf(person), { name: 'words', value: words }])).toEqual([])
  for (const page of [agent, elsewhere, auditor]) await page.context().close()
})

/** What a browser, and Next's router in it, say when they only guess that a page will be wanted. */
const guesses = [['next-router-prefetch', '1'], ['purpose', 'prefetch'], ['sec-purpose', 'prefetch;prerender']] as const

test('a page that somebody guesses, prefetches or asks the head of shows nobody', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 1)
  const { request } = agent.context()
  for (const path of ['/desk', '/cases', '/approvals', '/log']) {
    expect((await request.head(path)).status(), path).toBe(405)
    for (const [name, value] of guesses) {
      const answer = await request.get(path, { headers: { [name]: value, rsc: '1' } })
      expect(answer.status(), `${path} with ${name}`).toBe(405)
    }
  }
  await agent.context().close()

  const stranger = await (await browser.newContext()).newPage()
  for (const path of ['/', '/desk', '/cases/C41T78QYV', '/approvals', '/log', '/settings/staff']) {
    await stranger.goto(path)
    await expect(stranger).toHaveURL(/\/sign-in$/)
  }
  await stranger.context().close()
})

test('an address that a browser makes up changes neither the delay after wrong passwords nor the log', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  const email = `nobody.${Date.now()}@desk.example`
  const answers: string[] = []
  // Four failures of one account from one address cost a second. By account alone the sixth would be the first to cost.
  for (let n = 1; n <= 6 && !answers.at(-1)?.includes('Too many'); n += 1) {
    const made = `203.0.113.${n}`
    await page.setExtraHTTPHeaders({ 'x-forwarded-for': made, 'x-real-ip': made, forwarded: `for=${made}` })
    await signInWith(page, email, `wrong password ${n}`)
    const answer = page.getByText(/E-mail or password is not right|Too many attempts/)
    await expect(answer).toBeVisible()
    answers.push(await answer.innerText())
  }
  expect(answers.at(-1)).toMatch(/^Too many attempts\. Try again in \d seconds?\.$/)
  expect(answers.slice(0, 4).every((answer) => answer.startsWith('E-mail or password is not right'))).toBe(true)

  const auditor = await pageAs(browser, 'auditor')
  await logSays(auditor, { what: 'session.sign_in_failed' })
  const newest = auditor.getByRole('table').getByRole('link', { name: /^Entry / }).first()
  await newest.click()
  await auditor.getByText('As it was hashed').click()
  await expect(auditor.getByRole('complementary')).toContainText('session.sign_in_failed')
  expect(await auditor.content()).not.toMatch(/203\.0\.113|nobody\.\d/)
  for (const one of [page, auditor]) await one.context().close()
})

test('what can not be used gets a sentence and stays where it was typed; what can is taken as it is', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 1)
  const watch = await watchBrowser(agent.context())
  await agent.goto('/desk')
  const none = ['+86 139 12', '😀😀😀', `a'; DROP TABLE subject; --`, 'x'.repeat(400)]
  for (const typed of none) {
    await field(agent).fill(typed)
    await field(agent).press('Enter')
    await expect(agent.getByText('This is no phone, e-mail, national id, account or case code that can be looked up.')).toBeVisible()
    await expect(field(agent)).toHaveValue(typed)
    await field(agent).fill('')
  }
  // An account may be called anything: this is looked up as it is.
  const formula = '=HYPERLINK("http://x.example";"look")'
  await field(agent).fill(formula)
  await field(agent).press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('There is no match.')
  await expect(agent.getByText('No match for this account')).toBeVisible()

  const person = someoneWho('unticked', 1)
  await field(agent).fill(person.phone)
  await field(agent).press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Verify the caller first')
  const notes = ['😀 ' + 'x'.repeat(400), '=1+1', `O'Brien & 李 <b>`]
  for (const note of notes) {
    await agent.getByRole('button', { name: /^Note|\d notes?/ }).first().click()
    const dialog = agent.getByRole('dialog', { name: 'A note to this call' })
    await dialog.getByLabel('Note').fill(note)
    await dialog.getByRole('button', { name: 'Write it down' }).click()
    await expect(dialog).toBeHidden()
  }
  await expect(agent.getByText('3 notes')).toBeVisible()
  await wrapUp(agent, 'A question was answered')
  const typed = [...none, formula, ...notes].map((value, n) => ({ name: `typed ${n}`, value }))
  expect(await watch.find([...canariesOf(person), ...typed])).toEqual([])
  await agent.context().close()
})
