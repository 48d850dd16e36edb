import { expect, test, type Page } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho } from './support/people.ts'

const why = 'The bank asked us to keep it while the claim runs.'
const objects = 'I owe that bank nothing.'

/** A supervisor refuses the case, in words for the person. */
async function refuse(supervisor: Page, code: string): Promise<void> {
  await supervisor.goto(`/approvals/${code}`)
  await supervisor.getByRole('button', { name: /Reject…/ }).click()
  const dialog = supervisor.getByRole('dialog')
  await dialog.getByLabel('Reason').selectOption({ label: 'Manifestly excessive' })
  await dialog.getByLabel('Legal ground').selectOption({ label: 'GDPR 12(5): manifestly unfounded or excessive' })
  await dialog.getByLabel(/In words/).fill(why)
  await dialog.getByRole('button', { name: /^Reject/ }).click()
  await expect(dialog).toBeHidden()
}

test('“call us to hear why”: a caller hears why they were refused, and objects to it', async ({ browser }) => {
  test.setTimeout(180_000)
  const person = someoneWho('own_apart', 46)
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.getByRole('radio', { name: /Understood it/ }).check()
  await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')
  const supervisor = await pageAs(browser, 'supervisor', 0)
  await refuse(supervisor, code)

  await lookUp(agent, person.phone)
  await expect(agent.getByText(why), 'nothing of it before they are verified').toBeHidden()
  await verifyByCode(agent)
  const decisions = agent.getByRole('region', { name: 'Decisions about them' })
  await expect(decisions).toContainText('Manifestly excessive. GDPR 12(5): manifestly unfounded or excessive.')
  await expect(decisions).toContainText(why)
  await expect(decisions).toContainText('Complain to the supervisory authority')
  await expectAccessibleInBoth(agent)
  await decisions.getByRole('button', { name: 'Object…' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Object to this decision' })
  await dialog.getByRole('button', { name: 'Submit the objection' }).click()
  await expect(dialog.getByText('This is too short.')).toBeVisible()
  await dialog.getByLabel('What they say, in their words').fill(objects)
  await dialog.getByRole('button', { name: 'Submit the objection' }).click()
  await expect(dialog).toBeHidden()
  const objection = await saidCaseCode(agent)
  await expect(decisions.getByText(/^Already open as/)).toBeVisible()

  await agent.goto(`/cases/${code}`)
  await expect(agent.getByText(why), 'and on the case, while they are on the line').toBeVisible()
  await agent.goto('/desk')
  await wrapUp(agent, 'A request was opened')
  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: objection })).join('\n')
  for (const row of ['Request opened', 'Request submitted']) expect(said).toContain(row)
  for (const { name, value } of canariesOf(person)) expect(said, name).not.toContain(value)
  for (const typed of [why, objects]) expect(said, 'what was typed stands nowhere in it').not.toContain(typed)
  for (const page of [agent, supervisor, auditor]) await page.context().close()
})

test('“no more of this” takes no proof, and says the same whether anybody is on file', async ({ browser }) => {
  test.setTimeout(120_000)
  const person = someoneWho('own_apart', 47)
  const agent = await pageAs(browser, 'agent', 1)
  const stopIn = async () => {
    const region = agent.getByRole('region', { name: 'No more of this' })
    const offered = await region.innerText()
    await region.getByRole('button', { name: /Stop Marketing/ }).click()
    const dialog = agent.getByRole('dialog', { name: 'Stop Marketing' })
    const words = await dialog.getByRole('group', { name: 'What you say then' }).innerText()
    await expect(dialog.getByLabel(/gets no more/), 'what was looked up stands there').not.toHaveValue('')
    await dialog.getByRole('button', { name: 'Stop it' }).click()
    await expect(agent.getByText('Taken down. If it is on file, it gets no more, and is told so there.').last()).toBeVisible()
    return { offered, words }
  }
  await lookUp(agent, person.phone)
  await expectAccessibleInBoth(agent)
  await expect(agent.getByRole('button', { name: /Stop Credit scoring/ }), 'leaving a service is another thing').toBeDisabled()
  const known = await stopIn()
  await wrapUp(agent, 'A question was answered')

  const field = agent.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill('+86 139 0000 0098')
  await field.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('There is no match')
  expect(await stopIn()).toEqual(known)
  await wrapUp(agent, 'A question was answered')

  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await expect(agent.getByText('Withdraw consent: Marketing')).toBeVisible()
  await expect(agent.getByRole('button', { name: /Withdraw consent: Marketing/ }), 'it is withdrawn').toBeHidden()
  await wrapUp(agent, 'A question was answered')
  const auditor = await pageAs(browser, 'auditor')
  const taken = await logSays(auditor, { what: 'request.opt_out_taken' })
  expect(taken.length, 'both are on record').toBeGreaterThanOrEqual(2)
  for (const { name, value } of canariesOf(person)) expect(taken.join('\n'), name).not.toContain(value)
  for (const page of [agent, auditor]) await page.context().close()
})

test('a mark asked for by mistake is taken back by who asked for it', async ({ browser }) => {
  const person = someoneWho('own_apart', 48)
  const supervisor = await pageAs(browser, 'supervisor', 0)
  await supervisor.goto('/ineligibility')
  await supervisor.getByRole('button', { name: 'Ask for a mark…' }).click()
  const asked = supervisor.getByRole('dialog')
  await asked.getByLabel('The person').fill(person.phone)
  await asked.getByLabel('Service').selectOption({ label: 'Credit scoring' })
  await asked.getByLabel('Why').fill('The wrong line of the list.')
  await asked.getByRole('button', { name: 'Ask for it' }).click()
  await expect(asked).toBeHidden()
  const line = supervisor.getByRole('listitem').filter({ has: supervisor.getByRole('button', { name: 'Take it back…' }) }).first()
  const code = ((await line.getByRole('link').getAttribute('href')) ?? '').slice(-9)
  await line.getByRole('button', { name: 'Take it back…' }).click()
  const dialog = supervisor.getByRole('dialog', { name: /^Take .* back$/ })
  await expectAccessibleInBoth(supervisor)
  await dialog.getByRole('button', { name: 'Take it back', exact: true }).click()
  await expect(dialog).toBeHidden()
  await supervisor.goto(`/cases/${code}`)
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('Taken back on')
  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, { case: code })).join('\n')).toContain('Cancelled by whoever asked')
  for (const page of [supervisor, auditor]) await page.context().close()
})
