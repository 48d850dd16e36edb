import { expect, test } from '@playwright/test'
import { askForDeletion, lookUp } from './support/call.ts'
import { approve } from './support/decide.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { codeAlong, nameGuardian, wayNamed } from './support/ways.ts'

test('a guardian calls for somebody: their own contact, an authority that a supervisor checks, and another one decides', async ({ browser }) => {
  test.setTimeout(180_000)
  const person = someoneWho('own_apart', 6)
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await expect(wayNamed(agent, 'Calls for somebody else')).toContainText('The person is told, unless they died')
  await wayNamed(agent, 'Calls for somebody else').getByRole('button', { name: 'Name them…' }).click()
  const form = agent.getByRole('dialog')
  // Nothing is chosen for anybody, and each fault stands at its field.
  await form.getByRole('button', { name: 'Name them' }).click()
  await expect(form.getByText('Please choose one.')).toBeVisible()
  await agent.keyboard.press('Escape')
  await nameGuardian(agent)

  // Their contact is theirs: that alone opens nothing.
  const guardian = wayNamed(agent, 'Calls for somebody else').filter({ hasText: 'Guardian' })
  await expect(guardian).toContainText('The authority waits for a supervisor: level 1 until then')
  await codeAlong(agent, guardian)
  await expect(agent.getByText('It gives level 1 until a supervisor has checked the claim.')).toBeVisible()
  await expect(agent.getByText('Verified.', { exact: true })).toBeHidden()
  await expect(agent.getByLabel('Assurance level 1 of 3')).toBeVisible()
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeHidden()

  const checker = await pageAs(browser, 'supervisor', 0)
  await checker.goto('/checks')
  const claim = checker.getByRole('list', { name: 'Claims to check' }).getByRole('listitem').filter({ hasText: 'Guardian' })
  await claim.getByRole('button', { name: 'Open' }).click()
  await expect(claim.getByText('CT-2026-0031')).toBeVisible()
  await claim.getByRole('button', { name: 'It is there and fits' }).click()
  await expect(claim).toBeHidden()

  // The line is still open: now both hold, and the agent's page learns of it by itself.
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeVisible({ timeout: 20_000 })
  await expect(agent.getByRole('region', { name: 'This call', exact: true })).toContainText('a representative whose authority was checked')
  const code = await askForDeletion(agent)
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByText('asked by a guardian')).toBeVisible()

  await checker.goto(`/approvals/${code}`)
  await expect(checker.getByText('You took part in this case.').first()).toBeVisible()
  await expect(checker.getByRole('button', { name: /^Approve…/ })).toBeDisabled()
  const decider = await pageAs(browser, 'supervisor', 1)
  await decider.goto(`/approvals/${code}`)
  await expect(decider.getByText('a representative whose authority was checked')).toBeVisible()
  await approve(decider, code)
  await decider.goto(`/cases/${code}`)
  await expect(decider.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 90_000 })

  const auditor = await pageAs(browser, 'auditor')
  for (const what of ['call.party_added', 'verification.authority_checked']) {
    const rows = await logSays(auditor, { what })
    expect(rows.length, what).toBeGreaterThan(0)
    expect(rows.join()).not.toMatch(/CT-2026|guardian@/)
  }
  const said = (await logSays(auditor, { case: code })).toReversed()
  const at = (text: string) => said.findIndex((row) => row.includes(text))
  const order = [at('Request opened'), at('Request submitted'), at('Approved'), at('Completed')]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const page of [agent, checker, decider, auditor]) await page.context().close()
})
