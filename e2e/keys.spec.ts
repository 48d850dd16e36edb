import { expect, test, type Page } from '@playwright/test'
import { lookUp, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { focusIsOn, tabTo } from './support/focus.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { queueOf } from './support/queue.ts'
import { enter } from './support/rooms.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Go to, or do' })

test('the palette finds a case by its code, the rooms and what can be done here; it looks nobody up', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Who is calling?')
  await enter(agent, '/cases')
  const code = (await agent.locator('tbody a[href^="/cases/"]').first().getAttribute('href'))?.slice('/cases/'.length) ?? ''
  const field = palette(agent).getByRole('combobox')
  await agent.keyboard.press('Control+k')
  await focusIsOn(field)

  // Whatever of a person is typed finds nothing, and nothing of it leaves the page.
  const asked: string[] = []
  agent.on('request', (request) => {
    // A typeface is fetched part by part, as its characters are first drawn.
    if (!request.url().includes('/_next/static/')) asked.push(`${request.url()} ${request.postData() ?? ''}`)
  })
  for (const of of [someoneWho('own_apart', 11)].flatMap(({ phone, name, national_id }) => [phone, name, national_id])) {
    await field.fill(of)
    await expect(palette(agent).getByRole('option')).toHaveCount(0)
    await expect(palette(agent)).toContainText('Nothing of this name is here.')
  }
  expect(asked, 'nothing was asked of the server').toEqual([])
  // A character that was misheard is found by the check symbol, not by looking.
  await field.fill(code.slice(0, 8) + (code.endsWith('2') ? '3' : '2'))
  await expect(palette(agent)).toContainText('one of its nine characters was misheard')
  expect(asked).toEqual([])

  // As it is spoken: small letters, spaces, O for 0.
  await field.fill(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase().replaceAll('0', 'o'))
  await expect(palette(agent).getByRole('option')).toHaveCount(1)
  await agent.keyboard.press('Enter')
  await expect(agent).toHaveURL(new RegExp(`/cases/${code}$`))
  await expect(palette(agent)).toBeHidden()

  // A room by its name, then an action of that page.
  await agent.keyboard.press('Control+k')
  await agent.keyboard.type('desk')
  await agent.keyboard.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Who is calling?')
  await agent.keyboard.press('Control+k')
  await agent.keyboard.type('look')
  await agent.keyboard.press('Enter')
  await focusIsOn(agent.getByLabel('Phone, e-mail, national id, account or case code'))

  // Escape leaves everything as it was.
  await agent.keyboard.press('Control+k')
  await agent.keyboard.press('Escape')
  await focusIsOn(agent.getByLabel('Phone, e-mail, national id, account or case code'))
  await agent.context().close()
})

/** The address changes a moment before the page that belongs to it listens. */
async function escapeTo(page: Page, room: RegExp): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(room, { timeout: 2_000 })
  }).toPass()
}

test('j and k go through the queue, the cases and the log; Escape goes back to the room, with its filter', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor')
  await enter(supervisor, '/approvals')
  const first = queueOf(supervisor).first().getByRole('button')
  await supervisor.keyboard.press('j')
  await focusIsOn(first)
  await supervisor.keyboard.press('j')
  await focusIsOn(queueOf(supervisor).nth(1).getByRole('button'))
  await supervisor.keyboard.press('k')
  await focusIsOn(first)
  await supervisor.keyboard.press('Enter')
  await expect(supervisor).toHaveURL(/\/(approvals|cases)\/[0-9A-Z]{9}$/)
  await escapeTo(supervisor, /\/(approvals|cases)$/)
  await supervisor.context().close()

  const agent = await pageAs(browser, 'agent')
  await enter(agent, '/cases')
  const rows = agent.getByRole('table', { name: 'My cases' }).locator('tbody tr')
  await agent.keyboard.press('j')
  await focusIsOn(rows.first().getByRole('link'))
  await agent.keyboard.press('Enter')
  await expect(agent).toHaveURL(/\/cases\/[0-9A-Z]{9}$/)
  await escapeTo(agent, /\/cases$/)
  await agent.context().close()

  const auditor = await pageAs(browser, 'auditor')
  await logSays(auditor, { what: 'request.opened' })
  const entries = auditor.getByRole('table', { name: 'Entries of the log' }).locator('tbody tr')
  await auditor.keyboard.press('j')
  await auditor.keyboard.press('j')
  await focusIsOn(entries.nth(1).getByRole('link').first())
  await auditor.keyboard.press('Enter')
  await expect(auditor).toHaveURL(/\/log\/\d+\?what=request\.opened/)
  await escapeTo(auditor, /\/log\?what=request\.opened/)
  await auditor.context().close()
})

test('single letters sleep in text fields and while an input method composes, and can be switched off for good', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  await lookUp(agent, someoneWho('own_apart', 12).phone)
  const dialog = agent.getByRole('dialog')
  await agent.keyboard.press('n')
  await dialog.getByRole('textbox').pressSequentially('nwvjkgd/?')
  await expect(dialog.getByRole('textbox')).toHaveValue('nwvjkgd/?')
  await expect(dialog).toHaveCount(1)
  await agent.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  // While an input method composes, its keys come with isComposing, or as 229 from some browsers.
  const compose = (init: { key: string; isComposing?: boolean; keyCode?: number }) =>
    agent.evaluate((given) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...given })), init)
  await compose({ key: 'n', isComposing: true })
  await compose({ key: 'n', keyCode: 229 })
  await expect(dialog).toHaveCount(0)
  await compose({ key: 'n' })
  await expect(dialog, 'the same key by itself').toHaveCount(1)
  await agent.keyboard.press('Escape')

  await agent.keyboard.press('?')
  const letters = dialog.getByRole('checkbox', { name: /Single-letter keys/ })
  await tabTo(agent, letters)
  await agent.keyboard.press('Space')
  await expect(letters).not.toBeChecked()
  await agent.keyboard.press('Escape')
  for (const again of [false, true]) {
    if (again) await agent.reload()
    await expect(agent.getByRole('heading', { level: 1 })).toContainText('Verify the caller first')
    for (const key of ['n', 'w', '?', 'g', 'c']) await agent.keyboard.press(key)
    await expect(dialog).toHaveCount(0)
    await expect(agent).toHaveURL(/\/desk$/)
    // Keys that are held with Ctrl or ⌘ still act.
    await agent.keyboard.press('Control+k')
    await expect(palette(agent)).toBeVisible()
    await agent.keyboard.press('Escape')
  }
  await wrapUp(agent, 'The caller could not be verified')
  await agent.context().close()
})
