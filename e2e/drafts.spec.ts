import { expect, test, type Browser, type Page } from '@playwright/test'
import { watchBrowser } from './support/browser-watch.ts'
import { lookUp, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs, signIn, type Role } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { openFromQueue } from './support/queue.ts'

/** What follows when a pause in typing was kept: the answer of the server's action. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && (answer.request().postData() ?? '').includes(text),
  )
  await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text)
  expect((await kept).status()).toBe(200)
}

/** The same person ends every session of theirs on another machine: this one is over in the middle of the work. */
async function endSession(browser: Browser, page: Page, role: Role, nth: number): Promise<void> {
  const elsewhere = await pageAs(browser, role, nth)
  await elsewhere.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(elsewhere).toHaveURL(/\/sign-in$/)
  await elsewhere.context().close()
  await page.reload()
  await expect(page).toHaveURL(/sign-in/)
}

test('a note to a call that was not sent is there after a reload and in the next session, and is gone once sent', async ({ browser }) => {
  const words = 'Rings on behalf of nobody: Plimmbock-4471.'
  const agent = await pageAs(browser, 'agent', 0)
  const watch = await watchBrowser(agent.context())
  await lookUp(agent, someoneWho('own_apart', 28).phone)
  await verifyByCode(agent)
  const note = agent.getByRole('dialog', { name: 'A note to this call' }).getByLabel('Note', { exact: true })
  const openNote = async () => {
    await agent.getByRole('heading', { level: 1 }).click()
    await agent.keyboard.press('n')
    await expect(note).toBeVisible()
  }
  await openNote()
  await expect(note).toHaveValue('')
  await type(agent, 'Note', words)

  await agent.reload()
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await openNote()
  await expect(note, 'after a reload').toHaveValue(words)
  expect(await watch.find([{ name: 'draft', value: words }]), 'the browser keeps nothing of it').toEqual([])

  await endSession(browser, agent, 'agent', 0)
  await signIn(agent, 'agent', 0)
  await agent.goto('/desk')
  await agent.getByRole('button', { name: 'Take it up again' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).not.toContainText('Who is calling?')
  await openNote()
  await expect(note, 'in the next session').toHaveValue(words)

  await agent.getByRole('button', { name: 'Write it down' }).click()
  await expect(note).toBeHidden()
  // What the server keeps is asked for when the dialog opens: that question names the form, and brings no text.
  const asked = agent.waitForResponse((response) => {
    const sent = response.request().postData() ?? ''
    return sent.includes('"form":') && !sent.includes('"text":')
  })
  await openNote()
  await asked
  await expect(note, 'once it was sent').toHaveValue('')
  await agent.keyboard.press('Escape')
  await wrapUp(agent, 'A question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { what: 'call.noted' })
  expect(said.length).toBeGreaterThan(0)
  expect(said.join('\n')).not.toContain('Plimmbock')
  for (const page of [agent, auditor]) await page.context().close()
})

test('the words of a rejection that was not sent are there after a reload and in the next session, and become the rejection', async ({ browser }) => {
  const words = 'Your neighbour Plimmbock-4472 asked in your name.'
  const supervisor = await pageAs(browser, 'supervisor', 1)
  const code = await openFromQueue(supervisor, 'Deletion', /in [12]\d days/)
  const dialog = supervisor.getByRole('dialog', { name: 'Reject this request' })
  const field = dialog.getByLabel('In words, for the person', { exact: true })
  const openDialog = async () => {
    await supervisor.getByRole('region', { name: 'Decide', exact: true }).getByRole('button', { name: /Reject…/ }).click()
    await expect(field).toBeVisible()
  }
  await openDialog()
  await type(supervisor, 'In words, for the person', words)
  await supervisor.reload()
  await openDialog()
  await expect(field, 'after a reload').toHaveValue(words)

  await endSession(browser, supervisor, 'supervisor', 1)
  await signIn(supervisor, 'supervisor', 1)
  await supervisor.goto('/approvals')
  await supervisor
    .getByRole('region', { name: 'Cases to decide' }).getByRole('listitem')
    .filter({ hasText: `${code.slice(0, 4)} ${code.slice(4, 8)}` }).getByRole('button').click()
  await openDialog()
  await expect(field, 'in the next session, once the case is opened').toHaveValue(words)

  await dialog.getByLabel('Reason').selectOption({ label: 'Not about this person' })
  await dialog.getByLabel('Legal ground').selectOption({ label: 'PIPL 50: request refused with reasons' })
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(dialog).toBeHidden()

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Rejected'))).toHaveLength(1)
  expect(said.join('\n')).not.toContain('Plimmbock')
  for (const page of [supervisor, auditor]) await page.context().close()
})
