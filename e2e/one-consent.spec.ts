import { expect, test } from '@playwright/test'
import { demo, pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWhoGave } from './support/people.ts'
import { wayNamed } from './support/ways.ts'

test('by keyboard alone: somebody who wants no more marketing is done with in two keys, and stays in everything else', async ({ browser }) => {
  const person = someoneWhoGave('marketing', 'own_2016')
  const agent = await (await browser.newContext()).newPage()
  const { keyboard } = agent
  const verdict = agent.getByRole('heading', { level: 1 })
  const me = demo().sign_ins.find((one) => one.role === 'agent')

  await agent.goto('/sign-in')
  await agent.getByLabel('E-mail', { exact: true }).focus()
  await keyboard.type(me?.email ?? '')
  await keyboard.press('Tab')
  await keyboard.type(me?.password ?? '')
  await keyboard.press('Enter')
  await expect(verdict).toContainText('Who is calling?')

  const callAndVerify = async () => {
    // The field waits for a caller by itself; a slash that was pressed out of habit is no part of a number.
    await expect(agent.getByLabel('Phone, e-mail, national id, account or case code')).toBeFocused()
    await keyboard.press('/')
    await keyboard.type(person.phone)
    await keyboard.press('Enter')
    await expect(verdict).toContainText('Verify the caller first')
    // The next step has the focus once the page listens.
    await expect(wayNamed(agent, 'Code to the phone on file')).toBeFocused()
    await keyboard.press('v')
    const outbox = agent.getByText(/Demo outbox: \d{6}/)
    await expect(outbox).toBeVisible()
    await expect(agent.getByLabel('The six digits that the caller reads')).toBeFocused()
    await keyboard.type(/\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? '')
    await expect(agent.getByRole('heading', { name: 'What happened' })).toBeVisible()
  }
  const wrapUp = async (outcome: string) => {
    await keyboard.press('w')
    const choice = agent.getByRole('dialog').getByRole('radio', { name: outcome })
    await expect(choice).toBeVisible()
    for (let step = 0; step < 12 && !(await choice.isChecked()); step += 1) {
      await keyboard.press(step === 0 ? 'Space' : 'ArrowDown')
    }
    await expect(choice).toBeChecked()
    await keyboard.press('Enter')
    await expect(verdict).toContainText('Who is calling?')
  }

  await callAndVerify()
  const stays = await verdict.textContent()
  const choice = agent.getByRole('button', { name: /Withdraw consent: Marketing/ })
  await keyboard.press((await choice.getAttribute('aria-keyshortcuts')) ?? '')
  await expect(choice).toHaveAttribute('aria-expanded', 'true')
  await keyboard.press('Control+Enter')
  await expect(agent.getByText('Submitted. Say the case code.').first()).toBeVisible()
  const href = await agent.locator('a[href^="/cases/"]').last().getAttribute('href')
  const code = (href ?? '').slice('/cases/'.length, '/cases/'.length + 9)
  await wrapUp('A request was opened')

  // The next call finds no such consent any more, and everything else as it was.
  await callAndVerify()
  await expect(choice).toHaveCount(0)
  await expect(verdict).toHaveText(stays ?? '')
  await wrapUp('A question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('Consent withdrawn'))).toBe(true)
  expect(said.filter((row) => /Approved|Marked/.test(row)), 'nobody had to approve, nobody is marked').toEqual([])
  for (const page of [agent, auditor]) await page.context().close()
})
