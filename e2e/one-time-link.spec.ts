import { expect, test } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { askForDeletion, lookUp, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { askByLink, letterFrom, linkByMail, readerAt } from './support/one-time-link.ts'
import { canariesOf, someoneWho } from './support/people.ts'

test('a caller opens a link in their mail and says that it is them: the agent’s screen opens by itself, and the page says nothing of them', async ({ browser }) => {
  const person = someoneWho('own_apart', 49)
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  const link = await linkByMail(agent)
  await expect(agent.getByText('Nothing to type: this page shows it as soon as they have said yes.')).toBeVisible()

  // A scanner of their mail opens it first, and that changes nothing.
  expect((await agent.context().request.get(link)).status()).toBe(200)
  expect((await agent.context().request.head(link)).status()).toBe(405)
  const reader = await readerAt(browser, agent, link)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('您现在正在与我们通话吗？')
  await reader.getByRole('link', { name: 'English' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Are you on the phone with us?')
  await expect(reader.getByText('requests about personal data')).toBeVisible()
  const source = await reader.content()
  expect(canariesOf(person).filter(({ value }) => source.includes(value)).map(({ name }) => name)).toEqual([])
  expect(source, 'it names no service').not.toMatch(/credit scoring/i)
  expect(await reader.context().cookies()).toEqual([])
  await expectAccessibleInBoth(reader)
  await reader.setViewportSize({ width: 320, height: 640 })
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await expect(agent.getByRole('heading', { level: 1 }), 'nobody has said anything yet').toContainText('Verify the caller first')

  await reader.getByRole('button', { name: 'Yes, I am on the phone with you' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you. Go on with your call.')
  await expect(reader.getByRole('heading', { level: 1 })).toBeFocused()
  // No key is pressed at the desk.
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeVisible({ timeout: 15_000 })
  await expect(agent.getByText('They said yes by the link.').first()).toBeVisible()
  await expect(agent.getByText(/link to the e-mail on file/).first()).toBeVisible()
  const code = await askForDeletion(agent)

  // It works once: whoever opens it again reads what every link says that leads nowhere.
  expect((await reader.goto(link))?.status()).toBe(404)
  const used = await reader.getByRole('main').innerText()
  expect((await reader.goto(`/confirm/${'0'.repeat(32)}`))?.status()).toBe(404)
  expect(await reader.getByRole('main').innerText()).toBe(used)

  const supervisor = await pageAs(browser, 'supervisor', 0)
  await supervisor.goto(`/approvals/${code}`)
  await expect(supervisor.getByText(/link to the e-mail on file/).first(), 'what the level rests on').toBeVisible()
  const auditor = await pageAs(browser, 'auditor')
  const [uses, sent] = [await logSays(auditor, { what: 'verification.link_used', outcome: 'ok' }), await logSays(auditor, { what: 'verification.link_sent' })]
  expect([uses.length, sent.length].every((count) => count > 0)).toBe(true)
  for (const text of [...uses, ...sent]) {
    expect(text, 'the secret of the link is nowhere').not.toContain(link.split('/').at(-1) ?? 'none')
    for (const { name, value } of canariesOf(person)) expect(text, name).not.toContain(value)
  }
  for (const page of [agent, reader, supervisor, auditor]) await page.context().close()
})

test('somebody who does not call says so by the link: the agent is warned at once, and nothing opens in that call', async ({ browser }) => {
  const person = someoneWho('own_apart', 50)
  const agent = await pageAs(browser, 'agent', 1)
  await lookUp(agent, person.phone)
  const reader = await readerAt(browser, agent, await linkByMail(agent))
  await reader.getByRole('link', { name: 'English' }).click()
  await reader.getByRole('button', { name: 'I did not ask for this' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you. We have stopped it.')
  await expect(agent.getByRole('heading', { level: 1 })).toHaveText(
    'Whoever holds a contact on file says that they are not calling.', { timeout: 15_000 },
  )
  await expect(agent.getByRole('button', { name: /Send the code|Send a link/ })).toHaveCount(0)
  await expectAccessibleInBoth(agent)
  await wrapUp(agent, 'The caller could not be verified')
  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, { what: 'verification.link_used', outcome: 'denied' })).length).toBeGreaterThan(0)
  for (const page of [agent, reader, auditor]) await page.context().close()
})

test('a letter is answered by a link: they say that it was them, and the system submits it; somebody else’s stands still', async ({ browser }) => {
  test.setTimeout(180_000)
  const agent = await pageAs(browser, 'agent', 2)
  const code = await letterFrom(agent, someoneWho('own_apart', 51).email ?? '', 'Leave the service')
  const link = await askByLink(agent, code)
  await expect(agent.getByText(/Not answered yet/)).toBeVisible()
  const reader = await readerAt(browser, agent, `${link}?in=en`)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Did you ask us for this?')
  await expect(reader.getByText(code.slice(0, 4))).toBeVisible()
  expect(await reader.content()).not.toMatch(/credit scoring/i)
  await reader.getByRole('button', { name: 'Yes, that was me' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you. Your request goes on.')
  // The case’s page shows by itself that it went on.
  await expect(agent.getByText(/They said on .* that it was them/)).toBeVisible({ timeout: 30_000 })
  await expect(agent.getByText('Request submitted').first()).toBeVisible({ timeout: 60_000 })
  await expect(agent.getByRole('button', { name: 'Ask them by a link…' })).toHaveCount(0)

  const other = await letterFrom(agent, someoneWho('own_apart', 52).email ?? '', 'Leave the service')
  const refused = await readerAt(browser, agent, `${await askByLink(agent, other)}?in=en`)
  await refused.getByRole('button', { name: 'I did not ask for this' }).click()
  await expect(refused.getByRole('heading', { level: 1 })).toHaveText('Thank you. We have stopped it.')
  await expect(agent.getByText(/They said on .* that they did not ask for this/)).toBeVisible({ timeout: 30_000 })
  await expect(agent.getByText('disputed').first()).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  const said = (await logSays(auditor, { case: code })).toReversed()
  const at = (text: string) => said.findIndex((one) => one.includes(text))
  const order = [
    at('Intake recorded'), at('One-time link sent'), at('One-time link used'),
    said.findLastIndex((one) => one.includes('Request submitted')),
  ]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const stopped = (await logSays(auditor, { case: other })).toReversed()
  expect(stopped.findIndex((one) => one.includes('One-time link used'))).toBeGreaterThan(0)
  expect(stopped.some((one) => one.includes('“That was not me”')), stopped.join(' | ')).toBe(true)
  for (const page of [agent, reader, refused, auditor]) await page.context().close()
})
