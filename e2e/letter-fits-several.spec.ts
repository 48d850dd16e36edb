import { expect, test } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, coupleOnOnePhone } from './support/people.ts'

test('a letter names a phone that two people have: neither is shown, and a second identifier says which of them it is about', async ({ browser }) => {
  const [other, writer] = coupleOnOnePhone(1)
  const canaries = [...canariesOf(writer), ...canariesOf(other)]
  const agent = await pageAs(browser, 'agent', 0)
  await agent.goto('/intake')
  await agent.getByRole('radio', { name: 'Letter' }).check()
  await agent.getByLabel('What it says the person is known by').fill(writer.phone)
  await agent.getByRole('radio', { name: 'A copy of the data' }).check()
  await agent.getByLabel('Of what').selectOption({ label: 'The whole account' })
  await agent.getByLabel('The language they read').selectOption({ label: 'English' })
  await agent.getByRole('button', { name: 'Take it in' }).click()

  const card = agent.getByRole('region', { name: 'Taken in.' })
  await expect(card).toContainText('More than one person fits. Neither is shown')
  const second = card.getByLabel('A second identifier of theirs')
  const name = card.getByRole('button', { name: 'Say who it is' })
  await name.click()
  await expect(card.getByText('Please fill this in.')).toBeVisible()

  // What nobody has and what somebody else has are answered with the same words.
  for (const unfit of ['nobody.at.all@example.org', '+86 139 0000 0042']) {
    await second.fill(unfit)
    await name.click()
    await expect(card.getByText('Nobody has both. Ask whoever wrote for another one.')).toBeVisible()
    await expect(second, 'nothing typed is lost').toHaveValue(unfit)
    await expect(second).toBeFocused()
  }
  await second.fill(writer.phone)
  await name.click()
  await expect(card.getByText('More than one person still fits.')).toBeVisible()
  await expectAccessibleInBoth(agent)
  const shown = await agent.getByRole('main').innerText()
  for (const one of canaries) expect(shown, one.name).not.toContain(one.value)
  expect(shown).not.toContain('••••')
  expect(agent.url()).toMatch(/\/intake$/)

  // The answer of whoever wrote comes days later: it is said on the case, which knows that several fit.
  const href = await card.locator('a[href^="/cases/"]').getAttribute('href')
  const code = (href ?? '').slice('/cases/'.length)
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('button', { name: 'Nobody answered' }), 'nobody is called while nobody is known').toHaveCount(0)
  await agent.getByRole('button', { name: 'Say who it is…' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Who is this case about?' })
  await expectAccessibleInBoth(agent)
  await dialog.getByLabel('A second identifier of theirs').fill(writer.email)
  await dialog.getByRole('button', { name: 'Say who it is' }).click()
  await expect(agent.getByText('The person is known. They are verified before anything else is done.')).toBeVisible()
  await expect(agent.getByRole('button', { name: 'Say who it is…' })).toHaveCount(0)
  await agent.getByRole('button', { name: 'why' }).click()
  await expect(agent.getByText('Asia/Shanghai').first(), 'their law gives the date, line by line').toBeVisible()
  const html = await agent.content()
  for (const one of canaries) expect(html, one.name).not.toContain(one.value)

  const auditor = await pageAs(browser, 'auditor')
  await expect
    .poll(async () => (await logSays(auditor, { case: code })).some((row) => row.includes('Notice to the person sent')), { timeout: 60_000 })
    .toBe(true)
  const said = (await logSays(auditor, { case: code })).toReversed()
  const all = said.join('\n')
  expect(all).toContain('Intake recorded')
  expect(said.filter((row) => row.includes('Person looked up')), 'every look-up is written down').toHaveLength(4)
  expect(all).toContain('The person of the case found')
  expect(all).toContain('Receipt confirmed to the person')
  for (const { name: which, value } of canaries) expect(all, which).not.toContain(value)
  for (const page of [agent, auditor]) await page.context().close()
})
