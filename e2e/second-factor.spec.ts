import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { askForDeletion, lookUp, verifyByCode } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { importPerson, someoneWho } from './support/people.ts'
import { wayNamed } from './support/ways.ts'

test('a contact that changed lately: a deletion opens only with a second factor, here a document by its reference', async ({ browser }, info) => {
  const person = someoneWho('own_apart', 8)
  importPerson({ ...person, email: 'moved.lately@example.cn' }, info.outputPath('people.csv'))
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await expect(agent.getByLabel('Assurance level 2 of 3')).toBeVisible()
  // The choice stays in sight and says what opens it; leaving the service needs no more than this.
  const deletion = agent.getByRole('heading', { name: 'Delete the data of Credit scoring' })
  await expect(deletion.locator('..')).toContainText('Opens at level 3.')
  await expect(agent.getByRole('button', { name: /De-register from Credit scoring/ })).toBeVisible()
  // The e-mail that changed proves nothing; a document counts.
  const ways = agent.getByRole('region', { name: 'A second factor' })
  await expect(wayNamed(agent, 'Code to the e-mail on file')).toContainText('level 1 at most')
  await expectAccessible(agent)
  await ways.getByRole('button', { name: 'Note the reference…' }).click()
  const form = agent.getByRole('dialog')
  await form.getByLabel('Reference of the check').fill('BR-2026-00733')
  await form.getByRole('button', { name: 'Note it' }).click()
  await expect(agent.getByLabel('Assurance level 3 of 3')).toBeVisible()
  await expect(ways).toBeHidden()
  const code = await askForDeletion(agent)

  const auditor = await pageAs(browser, 'auditor')
  const noted = await logSays(auditor, { what: 'verification.proof_noted' })
  expect(noted.length).toBeGreaterThan(0)
  expect(noted.join()).not.toContain('BR-2026')
  expect((await logSays(auditor, { case: code })).some((row) => row.includes('Request submitted'))).toBe(true)
  for (const page of [agent, auditor]) await page.context().close()
})
