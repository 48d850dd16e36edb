import { expect, test } from '@playwright/test'
import { lookUp, verifyByCode, wrapUp } from './support/call.ts'
import { demo, pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

test('a live call goes to a colleague who speaks the caller’s language, with its level, and nobody is verified twice', async ({ browser }) => {
  const person = someoneWho('own_apart', 14)
  const first = await pageAs(browser, 'agent', 0)
  const second = await pageAs(browser, 'agent', 1)
  await second.goto('/desk')
  await expect(second.getByRole('heading', { level: 1 })).toContainText('Who is calling?')

  await lookUp(first, person.phone)
  await first.getByRole('checkbox', { name: 'With an interpreter' }).check()
  await verifyByCode(first)
  await expect(first.getByRole('checkbox', { name: 'With an interpreter' })).toBeChecked()
  await first.keyboard.press('o')
  const dialog = first.getByRole('dialog', { name: 'Hand this call to a colleague' })
  await dialog.getByRole('button', { name: 'Offer it' }).click()
  await expect(dialog.getByText('Please choose one.'), 'nothing is chosen for the agent').toHaveCount(2)
  await dialog.getByRole('radio', { name: /Whoever is free first/ }).check()
  await dialog.getByRole('radio', { name: /Yes, I put them through/ }).check()
  await dialog.getByRole('button', { name: 'Offer it' }).click()
  await expect(first.getByText(/Waits for somebody who is free/)).toBeVisible()

  // It appears on the colleague's desk by itself: in which language, how sure, nothing of whom.
  const offered = second.getByRole('list', { name: 'Calls handed over' }).getByRole('listitem')
  await expect(offered).toContainText('level 2 comes along', { timeout: 20_000 })
  expect(await second.getByRole('main').innerText()).not.toContain(person.phone.slice(-4))
  // Its key is free: nothing was typed when it came.
  await second.keyboard.press('t')
  await expect(second.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await expect(second.getByRole('checkbox', { name: 'With an interpreter' })).toBeChecked()
  await expect(first.getByRole('heading', { level: 1 }), 'the first desk is free').toContainText('Who is calling?', { timeout: 20_000 })
  await expect(first.getByText('A colleague took the call.')).toBeVisible()
  await expect(first.getByLabel('Phone, e-mail, national id, account or case code'), 'keys meant for a note are no look-up').not.toBeFocused()
  await wrapUp(second, 'A question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const taker = demo().sign_ins.filter((one) => one.role === 'agent')[1]?.email.split('@')[0] ?? ''
  const [entry] = await logSays(auditor, { what: 'call.taken_over' })
  expect(entry).toContain('Call taken over')
  expect(entry?.toLowerCase()).toContain(taker)
  expect(await logSays(auditor, { what: 'call.handed_over' })).not.toEqual([])
  for (const page of [first, second, auditor]) await page.context().close()
})
