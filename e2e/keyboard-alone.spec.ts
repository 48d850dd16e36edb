import { expect, test } from '@playwright/test'
import { demo, pageAs } from './support/demo.ts'
import { chooseByArrows, focusIsOn, tabTo } from './support/focus.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

test('a whole deletion by keyboard alone: after each step the focus is where the next one is', async ({ browser }) => {
  const person = someoneWho('own_apart', 10)
  const agent = await (await browser.newContext()).newPage()
  const { keyboard } = agent
  const verdict = agent.getByRole('heading', { level: 1 })
  const me = demo().sign_ins.find((one) => one.role === 'agent')
  // A hand that never leaves the keys: whatever is clicked would fail the walk.
  const faults: string[] = []
  agent.on('pageerror', ({ message }) => faults.push(message))
  await agent.addInitScript(() => {
    window.addEventListener('pointerdown', () => {
      throw new Error('the mouse was used')
    })
  })

  await agent.goto('/sign-in')
  await tabTo(agent, agent.getByLabel('E-mail', { exact: true }))
  await keyboard.type(me?.email ?? '')
  await keyboard.press('Tab')
  await keyboard.type(me?.password ?? '')
  await keyboard.press('Enter')
  await expect(verdict).toContainText('Who is calling?')

  // The field waits for the caller.
  await focusIsOn(agent.getByLabel('Phone, e-mail, national id, account or case code'))
  await keyboard.type(person.phone)
  await keyboard.down('Enter')
  await expect(verdict).toContainText('Verify the caller first')

  // The best way to verify is the next step: it has the focus, Enter that is held down sends nothing, and `v` does.
  await focusIsOn(agent.getByRole('listitem').filter({ hasText: 'Code to the phone on file' }))
  const digits = agent.getByLabel('The six digits that the caller reads')
  for (let repeated = 0; repeated < 5; repeated += 1) await keyboard.down('Enter')
  await keyboard.up('Enter')
  await expect(digits).toBeHidden()
  await keyboard.press('v')
  await focusIsOn(digits)
  const outbox = agent.getByText(/Demo outbox: \d{6}/)
  await keyboard.type('000000')
  await expect(agent.getByText(/tries left/)).toContainText('2')
  await focusIsOn(digits)
  await keyboard.type(/\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? '')
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeVisible()

  // Verified: the best choice is open and its head has the focus.
  const chosen = agent.getByRole('region', { name: 'What now' }).locator('button[aria-expanded=true]')
  await focusIsOn(chosen)
  const deletion = agent.getByRole('button', { name: /Delete the data of Credit scoring/ })
  for (let step = 0; step < 9 && (await deletion.getAttribute('aria-expanded')) !== 'true'; step += 1) {
    await keyboard.press('j')
    await focusIsOn(chosen)
  }
  await focusIsOn(deletion)

  // What they lose, read aloud; Escape leads back to where it was asked.
  const ask = agent.getByRole('button', { name: 'What do I lose?' })
  await tabTo(agent, ask, 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(agent.getByRole('dialog', { name: 'What each choice means for this person' })).toBeVisible()
  await keyboard.press('Escape')
  await focusIsOn(ask)

  // A note in between: the focus comes back.
  await keyboard.press('n')
  const note = agent.getByRole('dialog').getByRole('textbox')
  await focusIsOn(note)
  await keyboard.type('Calls from abroad and hears badly. j k w v are letters here.')
  await tabTo(agent, agent.getByRole('dialog').getByRole('button', { name: 'Write it down' }))
  await keyboard.press('Enter')
  await focusIsOn(ask)

  // What the caller said is theirs to say: nothing is chosen, and nothing can be sent before.
  await tabTo(agent, agent.getByRole('radio', { name: 'Understood it' }))
  await keyboard.press('Control+Enter')
  await expect(agent.getByText('Submitted. Say the case code.')).toHaveCount(0)
  await chooseByArrows(agent, agent.getByRole('radio', { name: 'Understood it' }))
  await keyboard.press('Control+Enter')
  const card = agent.getByRole('region', { name: 'Submitted. Say the case code.' })
  await focusIsOn(card)
  const href = (await card.locator('a[href^="/cases/"]').last().getAttribute('href')) ?? ''
  const code = href.slice('/cases/'.length, '/cases/'.length + 9)

  await keyboard.press('w')
  await chooseByArrows(agent, agent.getByRole('dialog').getByRole('radio', { name: 'A request was opened' }))
  await keyboard.press('Enter')
  await expect(verdict).toContainText('Who is calling?')
  await focusIsOn(agent.getByLabel('Phone, e-mail, national id, account or case code'))

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Request submitted'))).toHaveLength(1)
  expect(faults).toEqual([])
  for (const page of [agent, auditor]) await page.context().close()
})
