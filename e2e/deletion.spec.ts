import { expect, test } from '@playwright/test'
import { watchBrowser } from './support/browser-watch.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { numberOf, pageAs } from './support/demo.ts'
import { canariesOf, someoneWho } from './support/people.ts'

test('a deletion goes from the first look-up to erased, asked again, never again', async ({ browser, request }) => {
  const person = someoneWho('own_apart')
  const phone = numberOf('joined by an own choice')
  const plain = phone.replaceAll(' ', '')
  expect(plain, 'the one whom npm start offers to try').toContain(person.phone.replace(/\D/g, '').slice(-11))

  // The administrator gives the enrolment service a key.
  const admin = await pageAs(browser, 'administrator')
  await admin.goto('/settings/clients')
  await admin.getByRole('button', { name: /Add a client/ }).first().click()
  const adding = admin.getByRole('dialog')
  await adding.getByLabel('Name').fill(`gate-${Date.now()}`)
  await adding.locator('input[type=checkbox][value=gate]').check()
  await adding.getByRole('button', { name: 'Add and show the key' }).click()
  const key = await admin.getByLabel('API key', { exact: true }).inputValue()
  const ask = async (service: string) => {
    const response = await request.post('/api/v1/eligibility', {
      headers: { authorization: `Bearer ${key}` },
      data: { service, identifiers: [{ type: 'phone', value: plain }] },
    })
    return (await response.json()) as { eligible?: boolean }
  }
  expect(await ask('credit_scoring')).toMatchObject({ eligible: true })

  const agent = await pageAs(browser, 'agent')
  const agentWatch = await watchBrowser(agent.context())
  await lookUp(agent, phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: 'Reveal: Name' }).click()
  await agent.getByRole('radio', { name: 'To read it back to the caller' }).check()
  await agent.getByRole('button', { name: 'Show for 30 seconds' }).click()
  await expect(agent.getByText(person.name)).toBeVisible()
  await agentWatch.look()
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  const submit = agent.getByRole('button', { name: /Ask for the deletion/ })
  await expect(submit).toBeDisabled()
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  await submit.click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')

  const supervisor = await pageAs(browser, 'supervisor')
  const supervisorWatch = await watchBrowser(supervisor.context())
  await supervisor.goto(`/approvals/${code}`)
  await expect(supervisor.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await supervisor.getByRole('button', { name: /Approve…/ }).click()
  const dialog = supervisor.getByRole('dialog')
  await dialog.getByLabel('The last five characters of the case code').fill('AAAAA')
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(dialog).toContainText('These are not the last five characters of the case code.')
  await dialog.getByLabel('The last five characters of the case code').fill(code.slice(-5))
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(dialog).toBeHidden()

  await supervisor.goto(`/cases/${code}`)
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 75_000 })
  expect(await ask('credit_scoring')).toMatchObject({ eligible: false })

  const auditor = await pageAs(browser, 'auditor')
  await auditor.goto(`/log?case=${code}`)
  await expect(auditor.getByRole('main')).toContainText('Marked: may not enrol again')
  await auditor.getByRole('button', { name: /Export…/ }).click()
  await expect(auditor.getByRole('dialog')).toBeVisible()

  // Nothing of the person stayed behind where the next reader of this browser, or a proxy, could find it.
  for (const watch of [agentWatch, supervisorWatch]) expect(await watch.find(canariesOf(person))).toEqual([])
  for (const page of [admin, agent, supervisor, auditor]) await page.context().close()
})
