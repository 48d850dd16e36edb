import { expect, test } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { askForDeletion, lookUp, verifyByCode } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneIn } from './support/people.ts'
import { queueOf } from './support/queue.ts'

test('more time for an answer: taken once, for a reason that the law knows, and the person is told', async ({ browser }) => {
  test.setTimeout(120_000)
  // Under the law of the Union there is more time for what is complex; under China's there is none.
  const person = someoneIn('FR', 'own_2016', 1)
  const admin = await pageAs(browser, 'administrator')
  const longer = admin.getByRole('listitem').filter({ hasText: 'It takes longer: why, and until when' })
  const toldOf = async () => {
    await admin.goto('/settings/messages')
    return Number(/(\d+) sent/.exec(await longer.innerText())?.[1] ?? 0)
  }
  const before = await toldOf()

  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  const code = await askForDeletion(agent)

  const supervisor = await pageAs(browser, 'supervisor', 2)
  const me = await whoAmI(supervisor)
  await supervisor.goto('/approvals')
  await queueOf(supervisor).filter({ hasText: `${code.slice(0, 4)} ${code.slice(4, 8)}` }).getByRole('button').click()
  await expect(supervisor).toHaveURL(new RegExp(`/approvals/${code}$`))
  const dates = supervisor.getByText(/ · due .+ · decide by /)
  const asItWas = await dates.innerText()
  const decide = supervisor.getByRole('region', { name: 'Decide', exact: true })
  await decide.getByRole('button', { name: /Extend…/ }).click()
  const extending = supervisor.getByRole('dialog', { name: 'Take more time for the answer?' })
  await extending.getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(extending.getByText('Please choose one.'), 'no reason is chosen for anybody').toBeVisible()
  await expect(extending.getByText(/^until /).first()).toBeVisible()
  await extending.getByRole('radio', { name: /The request is complex/ }).check()
  await expectAccessibleInBoth(supervisor)
  await extending.getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(extending).toBeHidden()
  await expect(supervisor.getByText('Extended. The person is told.')).toBeVisible()
  await expect(dates).not.toHaveText(asItWas)
  await expect(decide.getByRole('button', { name: /Extend…/ }), 'once is once').toBeDisabled()
  await expect(decide).toContainText(/Extended already, on /)
  // The clock explains itself, line by line.
  await supervisor.getByRole('button', { name: 'Why this date' }).click()
  await expect(supervisor.getByText(/\+ 2 months: extended \(it is complex\)/)).toBeVisible()

  await expect(async () => expect(await toldOf()).toBe(before + 1)).toPass({ timeout: 40_000 })
  await longer.locator('summary').click()
  await expectAccessibleInBoth(admin)

  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: code })).toReversed()
  const extended = said.findIndex((row) => row.includes('Time extended') && row.includes(me))
  const told = said.findIndex((row, place) => place > extended && row.includes('Notice to the person sent'))
  expect(extended, said.join(' | ')).toBeGreaterThanOrEqual(0)
  expect(told, said.join(' | ')).toBeGreaterThan(extended)
  for (const { name, value } of canariesOf(person)) expect(said.join('\n'), name).not.toContain(value)
  for (const page of [admin, agent, supervisor, auditor]) await page.context().close()
})

test('a deputy is named by hand to a day, and another supervisor ends it; the one named can do neither', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor', 0)
  const me = await whoAmI(supervisor)
  const agent = await pageAs(browser, 'agent', 0)
  const named = await whoAmI(agent)
  await supervisor.goto('/approvals')
  const deputies = supervisor.getByRole('region', { name: 'Deputies' })
  await deputies.getByRole('button', { name: 'Name a deputy…' }).click()
  const naming = supervisor.getByRole('dialog', { name: 'Name a deputy' })
  await expect(naming.getByLabel('Who').getByRole('option', { name: new RegExp(`^${me} `) }), 'nobody names themselves').toHaveCount(0)
  await naming.getByRole('button', { name: 'Name them' }).click()
  await expect(naming.getByText('Please choose one.')).toBeVisible()
  await naming.getByLabel('Who').selectOption({ label: `${named} · agent` })
  await naming.getByLabel('Last day').fill('2018-01-31')
  await naming.getByRole('button', { name: 'Name them' }).click()
  await expect(naming).toContainText('This day has passed already.')
  await naming.getByLabel('Last day').fill(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10))
  await expectAccessibleInBoth(supervisor)
  await naming.getByRole('button', { name: 'Name them' }).click()
  await expect(naming).toBeHidden()
  await expect(supervisor.getByText('Named. Auditors see it.')).toBeVisible()
  const line = deputies.getByRole('listitem').filter({ hasText: named })
  await expect(line).toContainText(`named by ${me} on`)
  await expect(line).toContainText(/until /)

  // To be a deputy is no right by itself: an agent's rooms stay an agent's.
  await agent.goto('/approvals')
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText('This is not yours to open.')

  const other = await pageAs(browser, 'supervisor', 1)
  await other.goto('/approvals')
  const same = other.getByRole('region', { name: 'Deputies' }).getByRole('listitem').filter({ hasText: named })
  await same.getByRole('button', { name: 'End…' }).click()
  const ending = other.getByRole('dialog', { name: `End that ${named} stands in?` })
  await expectAccessibleInBoth(other)
  await ending.getByRole('button', { name: 'End it' }).click()
  await expect(ending).toBeHidden()
  await expect(same).toHaveCount(0)

  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, { what: 'staff.deputy_named' }))[0]).toContain(me)
  expect((await logSays(auditor, { what: 'staff.deputy_ended' }))[0]).toContain(await whoAmI(other))
  for (const page of [supervisor, agent, other, auditor]) await page.context().close()
})
