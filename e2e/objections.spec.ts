import { expect, test, type Page } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { approve } from './support/decide.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho, type Known } from './support/people.ts'

const decideBar = (page: Page) => page.getByRole('region', { name: 'Decide', exact: true })
const finding = (page: Page) => page.getByRole('region', { name: 'Carried out in error?' })
const spoken = (code: string) => `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`

/** A caller asks for the deletion, hears that they can never come back, and objects to that; answers its code. */
async function askAndObject(agent: Page, phone: string, words: string): Promise<string> {
  await lookUp(agent, phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.getByRole('radio', { name: /Heard it, and does not accept the bar/ }).check()
  await agent.getByLabel('What they want, in their words').fill(words)
  await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
  // The code to say is the deletion's; that of the objection which opened beside it stands below.
  const card = agent.getByRole('region', { name: 'Submitted. Say the case code.' })
  await expect(card).toContainText('Deletion · Credit scoring')
  await expect(card).toContainText('Another supervisor answers what they object to. That has a code of its own:')
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')
  return code
}

/** Approves a case as its decision is shown. */
async function approveShown(supervisor: Page, code: string): Promise<void> {
  await supervisor.goto(`/approvals/${code}`)
  await approve(supervisor, code)
}

/** From the decision on a case to the objection to it that is open beside it; answers the objection's code. */
async function openObjectionTo(supervisor: Page, code: string): Promise<string> {
  await supervisor.goto(`/approvals/${code}`)
  const beside = supervisor.getByRole('definition').filter({ hasText: 'Objection' })
  const link = beside.getByRole('link')
  const objection = ((await link.getAttribute('href')) ?? '').slice(-9)
  await link.click()
  await expect(supervisor).toHaveURL(new RegExp(`/cases/${objection}$`))
  await supervisor.getByRole('link', { name: 'Decide' }).or(supervisor.getByRole('button', { name: 'Decide' })).waitFor()
  await supervisor.goto(`/approvals/${objection}`)
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('They object')
  await expect(supervisor.getByRole('main').getByRole('link', { name: spoken(code) })).toBeVisible()
  return objection
}

/** Upholds the objection that is open, in words; `says` is what the screen says will follow. */
async function uphold(supervisor: Page, objection: string, says: string): Promise<void> {
  await decideBar(supervisor).getByRole('button', { name: /Answer…/ }).click()
  const dialog = supervisor.getByRole('dialog', { name: 'Answer this objection' })
  await dialog.getByRole('button', { name: 'Send the answer' }).click()
  await expect(dialog.getByText('Please choose one.'), 'neither answer is chosen for anybody').toBeVisible()
  const upheld = dialog.getByRole('radio', { name: /^Upheld/ })
  await expect(dialog).toContainText(says)
  await upheld.check()
  await dialog.getByLabel('The answer, in words').fill('The box was ticked for you. You may join again.')
  await dialog.getByLabel('The last five characters of the case code').fill(objection.slice(-5))
  await dialog.getByRole('button', { name: 'Send the answer' }).click()
  await expect(dialog).toBeHidden()
  await expect(supervisor.getByText('Answered. The person is told.')).toBeVisible()
}

/** What the log says of a case, oldest first, and nothing of the person in it. */
async function logOf(auditor: Page, code: string, person: Known): Promise<string[]> {
  const said = (await logSays(auditor, { case: code })).toReversed()
  const all = said.join('\n')
  for (const { name, value } of canariesOf(person)) expect(all, name).not.toContain(value)
  expect(all, 'what was typed stands nowhere in it').not.toContain('The box was ticked')
  return said
}

test('an objection that is upheld in time: answered in words by a supervisor, and then nobody is marked', async ({ browser }) => {
  test.setTimeout(180_000)
  const person = someoneWho('own_apart', 43)
  const agent = await pageAs(browser, 'agent', 0)
  const code = await askAndObject(agent, person.phone, 'I want it gone. But I may want to come back one day.')

  const answers = await pageAs(browser, 'supervisor', 0)
  const me = await whoAmI(answers)
  // Who comes by the address alone is shown no word of the caller's before they open the case on purpose.
  await answers.goto(`/approvals/${code}`)
  const words = answers.getByText('I want it gone. But I may want to come back one day.')
  await expect(answers.getByText('Shown once you open the case. That you read it is written down.')).toBeVisible()
  await expect(words).toHaveCount(0)
  await expectAccessibleInBoth(answers)
  await answers.getByRole('button', { name: 'Open the case' }).click()
  await expect(words).toBeVisible()
  const objection = await openObjectionTo(answers, code)
  await expectAccessibleInBoth(answers)
  await uphold(answers, objection, 'Nobody is marked by the case it is about, and its plan is made anew.')

  // The plan is made anew: whoever decides on the deletion is told what became of the bar.
  const decides = await pageAs(browser, 'supervisor', 1)
  await expect(async () => {
    await decides.goto(`/approvals/${code}`)
    await expect(decides.getByText('Their objection was upheld.')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 40_000 })
  await approveShown(decides, code)
  await decides.goto(`/cases/${code}`)
  await expect(decides.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 90_000 })
  await decides.goto(`/cases/${objection}`)
  await expect(decides.getByRole('heading', { level: 1 })).toContainText('Complete')

  const auditor = await pageAs(browser, 'auditor')
  const ofObjection = await logOf(auditor, objection, person)
  expect(ofObjection.filter((row) => row.includes('Objection answered') && row.includes(me))).toHaveLength(1)
  expect(ofObjection.some((row) => row.includes('Objection upheld')), ofObjection.join(' | ')).toBe(true)
  const ofDeletion = await logOf(auditor, code, person)
  expect(ofDeletion.some((row) => row.includes('Case opened') && row.includes(me)), ofDeletion.join(' | ')).toBe(true)
  expect(ofDeletion.some((row) => row.includes('Completed'))).toBe(true)
  expect(ofDeletion.filter((row) => row.includes('Marked: may not enrol again')), 'nobody is marked').toEqual([])
  for (const page of [agent, answers, decides, auditor]) await page.context().close()
})

test('an objection that is upheld too late: two supervisors who did not approve find that the deletion was in error, and the mark falls', async ({ browser }) => {
  test.setTimeout(240_000)
  const person = someoneWho('own_apart', 44)
  const agent = await pageAs(browser, 'agent', 1)
  const code = await askAndObject(agent, person.phone, 'Delete it, but never again is not fair.')
  const approves = await pageAs(browser, 'supervisor', 0)
  const approver = await whoAmI(approves)
  await approveShown(approves, code)
  await approves.goto(`/cases/${code}`)
  await expect(approves.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 90_000 })

  // Who approved the deletion does not answer the objection to it; the list says who can.
  const objection = await openObjectionTo(approves, code)
  await expect(decideBar(approves).getByRole('button', { name: /Answer…/ })).toBeDisabled()
  await expect(decideBar(approves)).toContainText('can.')

  const first = await pageAs(browser, 'supervisor', 1)
  const second = await pageAs(browser, 'supervisor', 2)
  const [one, two] = [await whoAmI(first), await whoAmI(second)]
  await openObjectionTo(first, code)
  await uphold(first, objection, 'It is carried out already: two supervisors then find that it was in error')

  // It comes before the supervisors by itself, on the list of what is contested, with a clock of its own.
  const listed = (page: Page) =>
    page.getByRole('region', { name: 'Cases to decide' }).getByRole('listitem').filter({ hasText: spoken(code) })
  await expect(async () => {
    await first.goto('/approvals?only=contested')
    await expect(listed(first).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 40_000 })
  await listed(first).first().getByRole('button').click()
  await expect(finding(first)).toContainText(/to be answered by/)
  await expectAccessibleInBoth(first)
  const findError = async (page: Page) => {
    await finding(page).getByRole('button', { name: 'It was in error…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Find that it was carried out in error?' })
    await dialog.getByLabel('The last five characters of the case code').fill(code.slice(-5))
    await dialog.getByRole('button', { name: 'It was in error', exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  await findError(first)
  await expect(finding(first)).toContainText(`${one} has found so. A second supervisor is needed.`)
  await expect(finding(first).getByRole('button', { name: 'It was in error…' }), 'once is once').toBeDisabled()
  await approves.goto(`/approvals/${code}`)
  await expect(finding(approves).getByRole('button', { name: 'It was in error…' })).toBeDisabled()
  await expect(finding(approves)).toContainText(`${two} can.`)

  await second.goto(`/approvals/${code}`)
  await expect(finding(second)).toContainText(`${one} has found so. A second supervisor is needed.`)
  await findError(second)
  await second.goto(`/cases/${code}`)
  await expect(second.getByRole('heading', { level: 1 })).toContainText('carried out in error; the mark no longer counts.')
  await expect(second.getByRole('heading', { level: 1 })).toContainText(/rows are to be restored as far as that is possible, by /)
  await expectAccessibleInBoth(second)
  await first.goto('/approvals?only=contested')
  await expect(first.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(listed(first)).toHaveCount(0)

  const auditor = await pageAs(browser, 'auditor')
  const said = await logOf(auditor, code, person)
  const at = (text: string, who: string) => said.findLastIndex((row) => row.includes(text) && row.includes(who))
  const order = [
    at('Approved', approver), at('Marked: may not enrol again', ''), at('Completed', ''), at('Found to be carried out in error', one), at('Found to be carried out in error', two),
    at('Mark superseded', ''),
  ]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect((await logOf(auditor, objection, person)).some((row) => row.includes('Objection answered') && row.includes(one))).toBe(true)
  for (const page of [agent, approves, first, second, auditor]) await page.context().close()
})
