import { expect, test } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { saidCaseCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, coupleOnOnePhone } from './support/people.ts'

test('two people on one number: neither is shown until the caller says which of them they are, and the shared number proves nothing', async ({ browser }) => {
  const [caller, partner] = coupleOnOnePhone()
  const agent = await pageAs(browser, 'agent', 0)
  await agent.goto('/desk')
  const field = agent.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill(caller.phone)
  await field.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Ask for a second identifier')
  const shown = await agent.getByRole('main').innerText()
  const canaries = [...canariesOf(caller), ...canariesOf(partner)]
  for (const { name, value } of canaries) expect(shown, name).not.toContain(value)
  expect(shown).not.toContain('••••')

  // Somebody else's e-mail is no second identifier: nobody has both.
  const second = agent.getByLabel('A second identifier of the caller')
  await expect(second).toBeFocused()
  await second.fill('nobody.at.all@example.org')
  await second.press('Enter')
  await expect(agent.getByText('Nobody has both. Ask for another one')).toBeVisible()
  await expectAccessibleInBoth(agent)
  await second.fill(caller.email)
  await second.press('Enter')
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Verify the caller first: a code to the e-mail on file')

  // No code goes to the number that both have; one to the e-mail that is theirs alone opens the call.
  const byPhone = agent.getByRole('listitem').filter({ hasText: 'Code to the phone on file' })
  await expect(byPhone).toContainText('level 1 at most')
  await expect(byPhone.getByRole('button')).toHaveCount(0)
  await agent.getByRole('listitem').filter({ hasText: 'Code to the e-mail on file' }).getByRole('button', { name: /Send the code/ }).click()
  const outbox = agent.getByText(/Demo outbox: \d{6}/)
  await expect(outbox).toBeVisible()
  const digits = /\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? ''
  await agent.getByLabel('The six digits that the caller reads').fill(digits)
  await expect(agent.getByText('The phone is on two people’s accounts.')).toBeVisible()

  await agent.getByRole('button', { name: /Delete the whole account/ }).click()
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  await agent.getByRole('button', { name: 'Ask for the deletion' }).click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Waits for a supervisor to decide')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('Request submitted')), said.join(' | ')).toBe(true)
  const lookedUp = await logSays(auditor, { what: 'person.looked_up' })
  expect(lookedUp.length).toBeGreaterThanOrEqual(3)
  for (const { name, value } of canaries) {
    expect([...said, ...lookedUp].join('\n'), name).not.toContain(value)
  }
  for (const page of [agent, auditor]) await page.context().close()
})
