import { expect, test, type Page } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { saidCaseCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneErased } from './support/people.ts'

const stranger = '+86 139 0000 0073'

/** Looks a number up that nobody on file has. */
async function findNobody(page: Page, phone: string): Promise<void> {
  await page.goto('/desk')
  const field = page.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill(phone)
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no match')
}

/** What the screen says, without the minute of the look-up and what a call has been going on for. */
const saidOn = async (page: Page) =>
  (await page.getByRole('main').innerText()).replaceAll(/\d{1,2}:\d{2}(:\d{2})?/g, 'time').replaceAll(/Demo outbox: \d{6}/g, 'outbox')
    .replaceAll(/•+ \d{4}/g, 'masked').replaceAll(/\+\d{2} \d{3} /g, '')

/** A code to the contact that the caller states, read back from the demo's outbox. */
async function stateContact(page: Page, contact: string): Promise<void> {
  await page.getByLabel('Phone or e-mail that they state').fill(contact)
  await page.getByRole('button', { name: 'Send a code there' }).click()
  const outbox = page.getByText(/Demo outbox: \d{6}/)
  await expect(outbox).toBeVisible()
  const code = /\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? ''
  await page.getByLabel('The six digits that the caller reads').fill(code)
  await expect(page.getByText('was read back. Now the document.')).toBeVisible()
}

async function compareDocument(page: Page, number: string): Promise<void> {
  await page.getByLabel('Number of the identity document').fill(number)
  await page.getByLabel('Where it is on record that the document was seen').fill('Branch 12, visit 40')
  await page.getByRole('button', { name: 'Compare' }).click()
}

test('somebody who was erased calls again: nothing shows before they prove it, then never again is explained, and a mistake is put right by two supervisors', async ({ browser }) => {
  const person = someoneErased('own_2016')
  const agent = await pageAs(browser, 'agent', 1)

  // A stranger and the erased person look the same, step by step.
  const screens: string[][] = []
  for (const phone of [stranger, person.phone]) {
    const seen: string[] = []
    await findNobody(agent, phone)
    seen.push(await saidOn(agent))
    await agent.getByLabel('The receipt, as they read it').fill('0000 1111 2222 3333')
    await agent.getByRole('button', { name: 'Check the receipt' }).click()
    await expect(agent.getByText('Nothing opens by this. Say the same sentence as always.')).toBeVisible()
    await stateContact(agent, phone)
    seen.push(await saidOn(agent))
    if (phone === stranger) await expectAccessibleInBoth(agent)
    await compareDocument(agent, '110101199003070054')
    await expect(agent.getByText('Nothing opens by this. Say the same sentence as always.')).toHaveCount(2)
    seen.push(await saidOn(agent))
    screens.push(seen)
    if (phone === stranger) await wrapUp(agent, 'Nobody was found')
  }
  expect(screens[1]).toEqual(screens[0])

  // Their own document, beside the code to their own phone.
  await compareDocument(agent, person.national_id)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('They may not enrol again in Credit scoring')
  await expect(agent.getByText('Verified, level 2')).toBeVisible()
  await agent.getByRole('button', { name: 'Say the receipt again' }).click()
  await expectAccessibleInBoth(agent)
  const receipt = (await agent.getByText(/^[0-9A-Z]{4}( [0-9A-Z]{4}){3}$/).textContent()) ?? ''
  await agent.getByRole('button', { name: /Correct the mark: Credit scoring/ }).click()
  await agent.getByRole('button', { name: 'Ask for the correction' }).click()
  await expect(agent.getByText('This is too short.'), 'nothing is said for them').toBeVisible()
  await agent.getByLabel('What they say, in their words').fill('The number was my brother’s then.')
  await agent.getByRole('button', { name: 'Ask for the correction' }).click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')

  // The receipt opens by itself, and what is under way is not asked for twice.
  await findNobody(agent, stranger)
  await agent.getByLabel('The receipt, as they read it').fill(receipt.toLowerCase())
  await agent.getByRole('button', { name: 'Check the receipt' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('They may not enrol again in Credit scoring')
  await expect(agent.getByText(/Already open as/)).toBeVisible()
  await wrapUp(agent, 'A question was answered')

  // Two supervisors who had no part in the deletion; neither is enough alone.
  const deciders: Page[] = []
  for (const nth of [0, 1, 2]) {
    const supervisor = await pageAs(browser, 'supervisor', nth)
    deciders.push(supervisor)
    await supervisor.goto(`/approvals/${code}`)
    const approve = supervisor.getByRole('button', { name: /Approve…/ })
    await expect(approve).toBeVisible()
    if (!(await approve.isEnabled())) continue
    await approve.click()
    await supervisor.getByLabel('The last five characters of the case code').fill(code.slice(-5))
    await supervisor.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await expect(supervisor.getByRole('dialog')).toBeHidden()
  }
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Complete since')

  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: code })).toReversed()
  expect(said.filter((row) => row.includes('Approved'))).toHaveLength(2)
  expect(said.some((row) => row.includes('Mark superseded')), said.join(' | ')).toBe(true)
  const refused = await logSays(auditor, { outcome: 'denied', what: 'verification.document_checked' })
  expect(refused.length).toBeGreaterThanOrEqual(2)
  const all = [...said, ...refused, ...(await logSays(auditor, { what: 'verification.receipt_checked' }))].join('\n')
  for (const { name, value } of canariesOf(person)) expect(all, name).not.toContain(value)
  for (const page of [agent, auditor, ...deciders]) await page.context().close()
})
