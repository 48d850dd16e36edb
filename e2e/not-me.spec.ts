import { expect, test } from '@playwright/test'
import { askForDeletion, lookUp, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { openCaseFromQueue } from './support/queue.ts'
import { wayNamed } from './support/ways.ts'

test('somebody calls while their time to change their mind runs, “that was not me”, and the deletion is stopped as a fraud', async ({ browser }) => {
  // The agent whose cases these are reads out which one it is; the caller has its code from the notice they got.
  const agent = await pageAs(browser, 'agent', 1)
  await agent.goto('/cases')
  const waiting = agent.getByRole('table', { name: 'My cases' }).locator('tbody tr').filter({ hasText: 'time to change their mind' })
  const code = ((await waiting.first().locator('a[href^="/cases/"]').getAttribute('href')) ?? '').slice('/cases/'.length)
  await agent.goto(`/cases/${code}`)
  const notMe = agent.getByRole('button', { name: '“That was not me”…' })
  await expect(notMe, 'not before somebody is on the line').toBeDisabled()

  await agent.goto('/desk')
  const field = agent.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill(code)
  await field.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Verify the caller first')
  await verifyByCode(agent)
  await agent.goto(`/cases/${code}`)
  await notMe.click()
  const stopping = agent.getByRole('dialog', { name: 'Stop this: “That was not me”' })
  await stopping.getByLabel('In the caller’s words').fill('I never asked for this. My phone was away last week.')
  await stopping.getByRole('button', { name: 'Stop it' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Somebody said “that was not me”.')
  await agent.goto('/desk')
  await wrapUp(agent, 'A question was answered')

  // Whoever approved it does not judge it; somebody else does, and reads what was said.
  const approver = await logOf(await pageAs(browser, 'auditor'), code)
  const supervisors = await Promise.all([0, 1, 2].map((nth) => pageAs(browser, 'supervisor', nth)))
  const numbers = await Promise.all(supervisors.map(whoAmI))
  const judging = supervisors.find((_page, nth) => !approver.includes(numbers[nth] ?? ''))
  if (judging === undefined) throw new Error('everybody approved it')
  const formatted = `${code.slice(0, 4)} ${code.slice(4, 8)}`
  expect(await openCaseFromQueue(judging, formatted)).toBe(code)
  await expect(judging.getByText('I never asked for this.', { exact: false })).toBeVisible()
  await judging.getByRole('button', { name: 'Resolve it…' }).click()
  const dialog = judging.getByRole('dialog', { name: 'Was it somebody else?' })
  await dialog.getByLabel('Why, in words').fill('The phone had been reported stolen before the call.')
  await dialog.getByRole('button', { name: 'Resolve it' }).click()
  await expect(dialog, 'neither answer is chosen for anybody').toContainText('Please choose one.')
  await dialog.getByRole('radio', { name: 'It was not them' }).check()
  await dialog.getByRole('button', { name: 'Resolve it' }).click()
  await expect(judging.getByRole('heading', { level: 1 })).toContainText('Rejected')
  await expect(judging.getByText('Legal ground: It was not the person who asked')).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('not me') || row.includes('isput'))).toBe(true)
  expect(said.filter((row) => /Marked|Erased|Task/.test(row)), 'nothing was marked and nothing erased').toEqual([])
  expect(said.join('\n'), 'no words of anybody').not.toContain('stolen')
  for (const page of [agent, ...supervisors, auditor]) await page.context().close()
})

test('somebody who can prove no more than a claim holds the code of a case they never asked for: it is stopped, and nothing of it is shown', async ({ browser }) => {
  // Somebody has the phone of this person, and asks for what can not be taken back.
  const person = someoneWho('own_apart', 37)
  const first = await pageAs(browser, 'agent', 0)
  await lookUp(first, person.phone)
  await verifyByCode(first)
  const code = await askForDeletion(first)

  // The person got a notice by e-mail. They have its case code, and no phone to read a code from.
  const agent = await pageAs(browser, 'agent', 1)
  await lookUp(agent, `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`)
  const notMine = agent.getByRole('region', { name: '“I never asked for this”' })
  await expect(notMine).toContainText('Opens at level 1.')
  await expect(notMine.getByRole('button')).toBeDisabled()
  await wayNamed(agent, 'Answers from what is on file').getByRole('button', { name: 'Answered right' }).click()
  await notMine.getByRole('button', { name: '“That was not me”…' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Stop a case: “That was not me”' })
  const itsCode = dialog.getByLabel('The case code, as they read it')
  await expect(itsCode, 'what was looked up is not typed twice').toHaveValue(new RegExp(`^${code.slice(0, 4)}`))
  await itsCode.fill('K7M4 QXEH 8')
  await dialog.getByRole('button', { name: 'Stop it' }).click()
  await expect(dialog.getByText('This is no case code: the last character checks the others.')).toBeVisible()
  await itsCode.fill(code.toLowerCase())
  await dialog.getByLabel('In the caller’s words').fill('My phone is gone since Monday. I asked for nothing.')
  await dialog.getByRole('button', { name: 'Stop it' }).click()
  await expect(dialog).toBeHidden()
  await expect(agent.getByText('Taken down. What can still be stopped stands still now', { exact: false })).toBeVisible()

  // Nobody is verified, and nothing is open: not what it was about, and not what became of it.
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Verify the caller first')
  // What can be said no to is named the same to everybody.
  const toEverybody = await agent.getByRole('region', { name: 'No more of this' }).innerText()
  const shown = (await agent.getByRole('main').innerText()).replace(toEverybody, '')
  expect(shown).not.toMatch(/Credit scoring|deletion|disputed/i)
  await notMine.getByRole('button', { name: '“That was not me”…' }).click()
  await dialog.getByRole('button', { name: 'Stop it' }).click()
  await expect(dialog, 'said twice, it is answered alike').toBeHidden()
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText('This is not yours to open.')
  await agent.goto('/desk')
  await wrapUp(agent, 'The caller could not be verified')

  const judging = await pageAs(browser, 'supervisor', 0)
  expect(await openCaseFromQueue(judging, `${code.slice(0, 4)} ${code.slice(4, 8)}`)).toBe(code)
  await expect(judging.getByText('I asked for nothing.', { exact: false })).toBeVisible()
  await judging.getByRole('button', { name: 'Resolve it…' }).click()
  const found = judging.getByRole('dialog', { name: 'Was it somebody else?' })
  await found.getByRole('radio', { name: 'It was not them' }).check()
  await found.getByLabel('Why, in words').fill('Both of their contacts were reached: the phone had been taken.')
  await found.getByRole('button', { name: 'Resolve it' }).click()
  await expect(judging.getByRole('heading', { level: 1 })).toContainText('Rejected')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('“That was not me”'))).toHaveLength(2)
  expect(await logSays(auditor, { case: code, what: 'request.disputed', outcome: 'denied' }), 'the second changed nothing').toHaveLength(1)
  expect(said.filter((row) => /Marked|Erased|Task/.test(row)), 'nothing was marked and nothing erased').toEqual([])
  expect(said.join('\n'), 'no words of anybody').not.toMatch(/Monday|asked for nothing/)
  for (const page of [first, agent, judging, auditor]) await page.context().close()
})

/** What the log says of who approved a case. */
async function logOf(auditor: Awaited<ReturnType<typeof pageAs>>, code: string): Promise<string> {
  const rows = (await logSays(auditor, { case: code })).filter((row) => row.includes('Approved'))
  await auditor.context().close()
  return rows.join('\n')
}
