import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, type Page } from '@playwright/test'
import { walletFile } from '#server/demo/wallet.ts'
import { expectAccessible, showTheme, themes } from './support/accessibility.ts'
import { confirmNumbers, lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { deskFolder } from './support/desk-command.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho } from './support/people.ts'

/** Some run of the operator's own holds the wallet's database for as long as `during` takes: it can be read only. */
async function whileWalletIsHeld(during: () => Promise<void>): Promise<void> {
  const wallet = new Sqlite(walletFile(join(deskFolder(), 'data', 'systems')))
  try {
    wallet.exec('BEGIN IMMEDIATE')
    await during()
  } finally {
    wallet.close()
  }
}

/** Goes to a room by its keys, as soon as the page listens to them. */
async function goByKeys(page: Page, key: string, room: RegExp): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page).toHaveURL(room, { timeout: 3_000 })
  }).toPass()
}

test('a look-up that its outcome does not explain comes before a supervisor, who says what they found', async ({ browser }) => {
  test.setTimeout(180_000)
  const person = someoneWho('own_apart', 16)
  const agent = await pageAs(browser, 'agent', 1)
  const who = await whoAmI(agent)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: 'Reveal: Name' }).click()
  await agent.getByRole('radio', { name: 'To read it back to the caller' }).check()
  await agent.getByRole('button', { name: 'Show for 30 seconds' }).click()
  await expect(agent.getByText(person.name)).toBeVisible()
  await wrapUp(agent, 'Nobody was found')

  const supervisor = await pageAs(browser, 'supervisor', 0)
  const me = await whoAmI(supervisor)
  await goByKeys(supervisor, 'r', /\/reviews$/)
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText(/needs? a look/)
  const row = supervisor.getByRole('table', { name: 'Calls to look at' }).getByRole('row').filter({ hasText: who }).first()
  await expect(row).toContainText('Ended as not found, though somebody was found.')
  await expect(row).toContainText('One field was shown in the clear, and no case was touched.')
  const callId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(await row.innerText())?.[0] ?? ''
  // By personnel number, call and time, and by nothing of the person.
  const shown = await supervisor.getByRole('main').innerText()
  expect(canariesOf(person).filter(({ value }) => shown.includes(value)).map(({ name }) => name)).toEqual([])
  await expect(supervisor.getByRole('region', { name: 'Above the usual' })).toContainText('2 times the median of the others or more')

  await row.getByRole('button', { name: 'To be talked about' }).click()
  await expect(supervisor.getByText('To be talked about, and written down.')).toBeVisible()
  const talk = supervisor.getByRole('table', { name: 'Calls to be talked about' }).getByRole('row').filter({ hasText: callId })
  await expect(talk).toContainText(`found by ${me} on`)
  for (const theme of themes) {
    await showTheme(supervisor, theme)
    await supervisor.reload()
    await expectAccessible(supervisor)
  }
  await talk.getByRole('button', { name: 'Fine' }).click()
  await expect(talk).toHaveCount(0)

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { what: 'call.reviewed' })
  expect(said.filter((line) => line.includes(me))).toHaveLength(2)
  for (const page of [agent, supervisor, auditor]) await page.context().close()
})

test('a system that does not answer is shown with the case behind it, and whoever runs it is written to', async ({ browser }) => {
  // The worker waits for the system before it says that it does not answer.
  test.setTimeout(180_000)
  const person = someoneWho('forced', 6)
  const supervisor = await pageAs(browser, 'supervisor', 1)
  const me = await whoAmI(supervisor)
  const agent = await pageAs(browser, 'agent', 0)
  const auditor = await pageAs(browser, 'auditor')
  let code = ''
  await whileWalletIsHeld(async () => {
    await lookUp(agent, person.phone)
    await verifyByCode(agent)
    const submit = agent.getByRole('button', { name: /Void the enrolment/ })
    if (!(await submit.isVisible())) await agent.getByRole('button', { name: /Set this person free/ }).click()
    await submit.click()
    await confirmNumbers(agent, 'Void the enrolment')
    code = await saidCaseCode(agent)
    const spaced = `${code.slice(0, 4)} ${code.slice(4, 8)}`

    await supervisor.goto('/partners')
    const wallet = supervisor.getByRole('region', { name: 'wallet' })
    await expect(async () => {
      await supervisor.reload()
      await expect(wallet.getByRole('row').filter({ hasText: spaced })).toContainText('does not answer', { timeout: 2_000 })
    }).toPass({ timeout: 45_000 })
    await expect(wallet).toContainText('Less than a day, since')

    await wallet.getByRole('button', { name: 'Contact…' }).click()
    const contact = supervisor.getByRole('dialog', { name: 'Who is written to about wallet?' })
    await contact.getByLabel('Contact').fill('privacy@wallet.example')
    await contact.getByRole('button', { name: 'Save' }).click()
    await expect(wallet).toContainText('privacy@wallet.example')

    await wallet.getByRole('button', { name: 'Letter…' }).click()
    await expect(supervisor.getByRole('dialog', { name: 'Letter to whoever runs wallet' })).toBeVisible()
    // On paper it has no name: the letter alone is printed.
    const dialog = supervisor.getByRole('dialog')
    const letter = dialog.getByRole('article', { name: 'The letter' })
    await expect(letter).toContainText('We have had no answer since')
    await expect(letter).toContainText(spaced)
    const text = await letter.innerText()
    expect(canariesOf(person).filter(({ value }) => text.includes(value)).map(({ name }) => name)).toEqual([])
    await dialog.getByRole('radio', { name: '中文' }).check()
    await expect(letter).toContainText('我们没有收到任何答复')
    await supervisor.emulateMedia({ media: 'print' })
    await expect(letter).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'It was sent' }), 'paper has no buttons').toBeHidden()
    await expect(supervisor.getByRole('heading', { level: 1 }), 'nor the page behind').toBeHidden()
    await supervisor.emulateMedia({ media: 'screen' })
    await expectAccessible(supervisor)
    await dialog.getByRole('button', { name: 'It was sent' }).click()
    await expect(wallet).toContainText(`by ${me}.`)
  })

  // What was done about it is on record, and why.
  const said = await logSays(auditor, { what: 'system.letter_sent' })
  expect(said[0]).toContain(me)
  expect((await logSays(auditor, { case: code })).some((row) => row.includes('Erasing in a system failed'))).toBe(true)
  for (const page of [agent, supervisor, auditor]) await page.context().close()
})

test('one page hands a shift over: by codes and dates, printed without the desk around it', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor', 0)
  await goByKeys(supervisor, 's', /\/shift$/)
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('To hand over:')
  const disputed = supervisor.getByRole('region', { name: 'Disputed: “That was not me”' })
  await expect(disputed.getByRole('row').nth(1)).toContainText('A supervisor’s turn')
  for (const name of ['Due by the end of tomorrow, or over', 'Parked', 'Calls promised', 'Not acknowledged']) {
    await expect(supervisor.getByRole('region', { name })).toBeVisible()
  }
  expect(await supervisor.getByRole('main').innerText(), 'no number, no address').not.toMatch(/\+?\d{11}|@/)
  await supervisor.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(supervisor.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(supervisor.getByRole('navigation', { name: 'Rooms' })).toBeHidden()
  await expect(supervisor.getByText('Handed over by, at')).toBeVisible()
  const ink = await supervisor.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color)
  expect(ink, 'dark ink on white paper').toBe('rgb(29, 27, 24)')
  await supervisor.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await expectAccessible(supervisor)

  // Who may not hand over sees nothing of it, and the attempt is written down.
  const agent = await pageAs(browser, 'agent', 0)
  const who = await whoAmI(agent)
  await agent.goto('/shift')
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText('This is not yours to open.')
  const auditor = await pageAs(browser, 'auditor')
  const denied = await logSays(auditor, { what: 'query.denied' })
  expect(denied.some((row) => row.includes(who)), denied.join(' | ')).toBe(true)
  for (const page of [supervisor, agent, auditor]) await page.context().close()
})
