import { expect, test } from '@playwright/test'
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneIn } from './support/people.ts'

test('other words and other figures are for whoever calls next: what was told before, and until when, stays as it was', async ({ browser }) => {
  test.setTimeout(240_000)
  const [earlier, later] = [someoneIn('US-CA', 'own_2016'), someoneIn('US-CA', 'own_2016', 1)]
  const agent = await pageAs(browser, 'agent', 0)
  const heard = agent.getByRole('group', { name: 'Words to read aloud' })
  const deletes = async (phone: string) => {
    await lookUp(agent, phone)
    await verifyByCode(agent)
    await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  }
  const asks = async () => {
    await agent.getByRole('radio', { name: 'Understood it' }).check()
    await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
    const code = await saidCaseCode(agent)
    await wrapUp(agent, 'A request was opened')
    return code
  }
  const dueOf = async (code: string) => {
    await agent.goto(`/cases/${code}`)
    return (await agent.getByText(/^due /).first().innerText()).split(' · ')[0]
  }
  await deletes(earlier.phone)
  await expect(heard).toContainText('script v1')
  await expect(heard).toContainText('As things stand, you may join Credit scoring again later.')
  const before = await asks()
  const dueBefore = await dueOf(before)

  // The administrator writes other words. Without what has to be said they are not taken, and nothing typed is lost.
  const admin = await pageAs(browser, 'administrator')
  await admin.goto('/settings/scripts?language=en')
  const section = admin.getByRole('region', { name: 'Deleting one service’s data, without a mark' })
  await section.getByRole('button', { name: /Write a new version/ }).click()
  const writing = admin.getByRole('dialog', { name: /Deleting one service’s data, without a mark, in English/ })
  await expect(writing).toContainText('{days} and {service}')
  await writing.getByLabel('Words').fill('All of {service} about you goes for good.\nDo you want that?')
  await writing.getByLabel('Why').fill('Callers asked for shorter words')
  await writing.getByRole('button', { name: 'Publish this version' }).click()
  await expect(writing).toContainText('The days to change one’s mind have to be named: {days} is missing.')
  const words = 'All of {service} about you goes for good.\nA supervisor looks first; then you have {days} days.\nDo you want that?'
  await writing.getByLabel('Words').fill(words)
  await expect(writing.getByRole('group', { name: 'As it is read, for somebody invented' })).toContainText('All of Bicycle club about you goes for good.')
  await expectAccessibleInBoth(admin)
  await writing.getByRole('button', { name: 'Publish this version' }).click()
  await expect(writing).toBeHidden()
  const versions = section.getByRole('list', { name: /^Versions/ })
  await expect(versions.getByRole('listitem').first()).toContainText(/v2.*in force.*Callers asked for shorter words/s)
  await expect(versions.getByRole('listitem').first()).toContainText(await whoAmI(admin))
  await versions.getByRole('link', { name: /^What changed since v1/ }).click()
  const compared = section.getByRole('group', { name: /from v1 to v2/ })
  await expect(compared.locator('ins').first()).toBeVisible()
  await expect(compared.locator('del').first()).toBeVisible()
  await versions.getByRole('link', { name: /^Look.*v1/ }).click()
  await expect(section.getByRole('group', { name: /, v1$/ })).toContainText('As things stand, you may join {service} again later.')
  await expectAccessibleInBoth(admin)
  await admin.goto('/settings/scripts?language=zh-CN')
  await expect(admin.getByText(/English has v2, which is newer\. Callers who speak .* hear older words/)).toBeVisible()

  // And counsel has other figures: tried first, then put in force.
  await admin.goto('/settings/laws')
  await admin.getByRole('button', { name: /^Change the figures….*California CCPA: .*Deletion/ }).click()
  const changing = admin.getByRole('dialog', { name: /^Other figures: .*California/ })
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles' }).format(Date.now())
  const answered = changing.getByRole('group', { name: 'To be answered within' })
  await answered.getByLabel('How many').fill('60')
  await changing.getByLabel('From', { exact: true }).fill(today)
  await changing.getByLabel('Where it is written').fill('Cal. Civ. Code 1798.130, as amended')
  await changing.getByRole('button', { name: 'What would it do?' }).click()
  await expect(changing).toContainText('Please fill this in.')
  await changing.getByLabel('Why').fill('The law was amended')
  await changing.getByRole('button', { name: 'What would it do?' }).click()
  const tried = changing.getByRole('region', { name: 'What it would do' })
  await expect(tried).toContainText('This takes longer than the figures that were delivered')
  await answered.getByLabel('How many').fill('20')
  await expect(tried, 'what is typed since has to be tried').toBeHidden()
  await changing.getByRole('button', { name: 'What would it do?' }).click()
  await expect(tried).toContainText(/due on .*; today’s figures say/)
  await expect(tried).not.toContainText('takes longer')
  await expectAccessibleInBoth(admin)
  await changing.getByRole('button', { name: 'Put it in force' }).click()
  await expect(changing).toBeHidden()
  const row = admin.getByRole('list', { name: 'The table' }).getByRole('listitem').filter({ hasText: 'as amended' })
  await expect(row.first()).toContainText('To be answered within 20 days.')
  await row.first().getByText(/^2 versions/).click()
  await expect(row.first()).toContainText('The law was amended')
  await expect(row.first()).toContainText('as delivered')
  await expectAccessible(admin)

  // The next caller hears the new words, and has the new date.
  await deletes(later.phone)
  await expect(heard).toContainText('script v2')
  await expect(heard).toContainText('All of Credit scoring about you goes for good.')
  await expect(heard).not.toContainText('As things stand')
  const after = await asks()
  expect(await dueOf(after)).not.toBe(dueBefore)
  expect(await dueOf(before), 'what it was opened under holds').toBe(dueBefore)

  // Whoever decides reads what each of them was told, word for word.
  const supervisor = await pageAs(browser, 'supervisor', 0)
  for (const [code, version, said] of [
    [before, 'v1', 'As things stand, you may join Credit scoring again later.'],
    [after, 'v2', 'All of Credit scoring about you goes for good.'],
  ] as const) {
    for (const page of [`/cases/${code}`, `/approvals/${code}`]) {
      await supervisor.goto(page)
      await supervisor.getByRole('button', { name: 'What was said, word for word…' }).click()
      const told = supervisor.getByRole('dialog', { name: `What was said: English, ${version}` })
      await expect(told).toContainText(said)
      await expectAccessible(supervisor)
      await supervisor.keyboard.press('Escape')
      await expect(told).toBeHidden()
    }
  }
  await admin.goto('/settings/scripts')
  const count = admin.getByRole('table', { name: 'Told by these versions' }).getByRole('row').filter({ hasText: 'without a mark' })
  await expect(count.filter({ hasText: 'English, v2' })).toContainText('in force')
  await expect(count.filter({ hasText: 'English, v1' })).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  for (const what of ['script.published', 'law.row_changed']) {
    const said = await logSays(auditor, { what })
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(await whoAmI(admin))
  }
  expect((await logSays(auditor, { case: after })).join(' ')).toContain('Consequence told')
  for (const page of [agent, admin, supervisor, auditor]) await page.context().close()
})
