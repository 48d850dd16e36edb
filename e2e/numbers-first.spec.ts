import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { walletFile } from '#server/demo/wallet.ts'
import { expectAccessibleThroughout } from './support/accessibility.ts'
import { codeShown, confirmNumbers, lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { deskFolder } from './support/desk-command.ts'
import { focusIsOn, tabTo } from './support/focus.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

/** What of an open dialog lies beside it, in pixels. */
const sideways = (page: Page) => page.getByRole('dialog').evaluate((one) => one.scrollWidth - one.clientWidth)

test('somebody leaves a service: by keyboard alone the agent sees what goes and what stays, types the end of the code, and that is what happens', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 0)
  const { keyboard } = agent
  await lookUp(agent, someoneWho('own_apart', 58).phone)
  await verifyByCode(agent)
  const choice = agent.getByRole('button', { name: /De-register from Credit scoring/ })
  await keyboard.press((await choice.getAttribute('aria-keyshortcuts')) ?? '')
  await expect(choice).toHaveAttribute('aria-expanded', 'true')

  await keyboard.press('Control+Enter')
  const dialog = agent.getByRole('dialog', { name: 'Before it is submitted: what will happen' })
  const field = dialog.getByLabel('The last five characters of the case code')
  await focusIsOn(field)
  // In numbers, for every system; what stays with its reason and its day; and what comes of it.
  await expect(dialog.getByRole('status')).toContainText(/system.* (rows? goes?|row goes|no row goes|rows go).*(stays|stay)/)
  const wallet = dialog.getByRole('list', { name: 'What will happen, by system' }).getByRole('listitem').filter({ hasText: 'wallet' }).first()
  await expect(wallet).toContainText(/\d+ rows? deleted, \d+ masked, \d+ kept/)
  await expect(dialog).toContainText('They may join Credit scoring again by their own choice; nothing is kept that they would meet then.')
  await expect(dialog).toContainText('Nobody is marked by this.')

  // Back is back: nothing was opened by looking.
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(choice, 'and it is not open already').toHaveAttribute('aria-expanded', 'true')
  await keyboard.press('Control+Enter')
  await focusIsOn(field)
  const code = await codeShown(dialog)
  await keyboard.type('AAAAA')
  await keyboard.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await focusIsOn(field)
  for (let step = 0; step < 5; step += 1) await keyboard.press('Backspace')
  await keyboard.type(code.slice(-5).toLowerCase())
  await keyboard.press('Enter')
  const card = agent.getByRole('region', { name: 'Submitted. Say the case code.' })
  await focusIsOn(card)
  await expect(dialog).toBeHidden()
  expect(await saidCaseCode(agent)).toBe(code)
  await wrapUp(agent, 'A request was opened')
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 60_000 })

  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, { what: 'plan.viewed' })).length, 'each look is on record').toBeGreaterThanOrEqual(2)
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Request submitted'))).toHaveLength(1)
  expect(said.filter((row) => /Approved|Marked/.test(row))).toEqual([])
  for (const page of [agent, auditor]) await page.context().close()
})

test('somebody is steered into leaving: the quiet key below the numbers looks as if it was submitted, and nothing goes', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 1)
  // The case code and its spelling are each case's own.
  const shown = async () => {
    const card = agent.getByRole('region', { name: 'Submitted. Say the case code.' })
    const spelt = await card.getByRole('list').innerText()
    return (await card.innerText()).replace(spelt, '').replaceAll(/\b[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]\b/g, '…')
  }
  const choose = async (nth: number) => {
    await lookUp(agent, someoneWho('own_apart', nth).phone)
    await verifyByCode(agent)
    await agent.getByRole('button', { name: /De-register from Credit scoring/ }).click()
    await agent.getByRole('button', { name: 'De-register…' }).click()
    await expect(agent.getByRole('dialog').getByRole('textbox')).toBeFocused()
  }
  await choose(59)
  await tabTo(agent, agent.getByRole('dialog').getByRole('button', { name: 'Somebody else is steering this caller' }))
  await agent.keyboard.press('Enter')
  const code = await saidCaseCode(agent)
  await focusIsOn(agent.getByRole('region', { name: 'Submitted. Say the case code.' }))
  const quiet = await shown()
  // Nor does the page of the case give it away, if it is opened while somebody looks on.
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Being erased: 0 of')
  await agent.goto('/desk')
  await wrapUp(agent, 'A request was opened')

  await choose(60)
  await confirmNumbers(agent, 'De-register')
  await saidCaseCode(agent)
  expect(quiet, 'word for word what a submitted one says').toBe(await shown())
  await wrapUp(agent, 'A request was opened')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('Parked'))).toBe(true)
  expect(said.filter((row) => /Request submitted|Consent withdrawn|Plan frozen/.test(row))).toEqual([])
  for (const page of [agent, auditor]) await page.context().close()
})

test('“what do I lose?”: every choice in the caller’s language with the agent’s beside it, what is locked too, on any screen', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, someoneWho('own_apart', 81).phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: 'What do I lose?' }).click()
  const dialog = agent.getByRole('dialog', { name: 'What each choice means for this person' })
  const deletion = dialog.getByRole('region', { name: 'Delete the data of Credit scoring' })
  await expect(deletion.locator('[lang=zh-CN]').filter({ hasText: '您永远不能再使用信用评分' })).toBeVisible()
  await expect(deletion).toContainText('You can never use Credit scoring again, not even if you ask to join later.')
  const locked = dialog.getByRole('region', { name: 'Set this person free from Credit scoring' })
  await expect(locked.locator('[lang=zh-CN]').filter({ hasText: '我们没有发现您加入信用评分时有什么不妥。' })).toBeVisible()
  await expect(locked, 'what opens it').toContainText('No enrolment in Credit scoring was found defective.')

  const columns = () => dialog.getByRole('region').evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().left))).size)
  expect(await columns()).toBe(2)
  for (const width of [390, 320]) {
    await agent.setViewportSize({ width, height: 844 })
    expect(await columns(), `one below the other at ${width} px`).toBe(1)
    expect(await sideways(agent), `nothing lies beside it at ${width} px`).toBe(0)
  }
  await agent.setViewportSize({ width: 1440, height: 900 })
  await agent.keyboard.press('Escape')
  await wrapUp(agent, 'A question was answered')
  await agent.context().close()
})

test('a system gives no answer while somebody leaves: the agent is told which, takes the request down, and submits it once all have answered', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent', 1)
  await lookUp(agent, someoneWho('own_apart', 82).phone)
  await verifyByCode(agent)
  const wallet = walletFile(join(deskFolder(), 'data', 'systems'))
  renameSync(wallet, `${wallet}.away`)
  const dialog = agent.getByRole('dialog', { name: 'Before it is submitted: what will happen' })
  try {
    await agent.getByRole('button', { name: /De-register from Credit scoring/ }).click()
    await agent.getByRole('button', { name: 'De-register…' }).click()
    await expect(dialog.getByRole('status')).toContainText('One system did not answer: what would happen there is not known.')
    await expect(dialog.getByRole('listitem').filter({ hasText: 'wallet' })).toContainText('No answer: not known')
    await expect(dialog.getByRole('button', { name: 'De-register', exact: true }), 'nothing can be submitted').toHaveCount(0)
    await expect(dialog.getByRole('button', { name: 'Ask the systems again' }).last()).toBeFocused()
    await expectAccessibleThroughout(agent)
    await dialog.getByRole('button', { name: 'Take it down' }).click()
    await expect(dialog).toBeHidden()
  } finally {
    renameSync(`${wallet}.away`, wallet)
  }
  const card = agent.getByRole('region', { name: 'Taken down, not submitted yet' })
  await expect(card, 'what waits is the next step').toBeFocused()
  await expectAccessibleThroughout(agent)
  await card.getByRole('button', { name: 'De-register…' }).click()
  const code = await confirmNumbers(agent, 'De-register')
  await expect(card).toBeHidden()
  expect(await saidCaseCode(agent)).toBe(code)
  await wrapUp(agent, 'A request was opened')

  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: code })).toReversed()
  const at = (text: string) => said.findIndex((row) => row.includes(text))
  const order = [at('Request opened'), at('Plan viewed'), at('Erasure planned'), at('Request submitted')]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const page of [agent, auditor]) await page.context().close()
})
