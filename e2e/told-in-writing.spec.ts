import { expect, test } from '@playwright/test'
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { deskOfItsOwn, fewPeople } from './support/desk-of-its-own.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho } from './support/people.ts'
import { writtenTo } from './support/ways.ts'

const day = 86_400_000

test('a caller who would rather read it first: the link says what it means and nothing of them, and after three days it goes on by itself', async ({ browser }) => {
  test.setTimeout(300_000)
  const desk = await deskOfItsOwn()
  try {
    const person = someoneWho('own_apart', 1, fewPeople)
    const agent = await desk.pageAs(browser, 'agent')
    await lookUp(agent, person.phone)
    await verifyByCode(agent)
    await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
    await agent.getByRole('radio', { name: /Would rather read it first/ }).check()
    await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
    const code = await saidCaseCode(agent)
    const spaced = `${code.slice(0, 4)} ${code.slice(4, 8)}`
    await expect(agent.getByText(/They have until .* to read what we write to them/)).toBeVisible()
    const link = await writtenTo(agent)
    await wrapUp(agent, 'A request was opened')

    // Whoever holds the phone reads what it means: no sign-in, nothing of the person, nothing kept in their browser.
    const reader = await (await browser.newContext({ baseURL: new URL(agent.url()).origin })).newPage()
    const answer = await reader.goto(link)
    expect(answer?.status()).toBe(200)
    const headers = answer?.headers() ?? {}
    expect([headers['referrer-policy'], headers['cache-control'], headers['set-cookie']]).toEqual(['no-referrer', 'no-store', undefined])
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    await expect(reader.getByText(/永远不能再使用/)).toBeVisible()
    await reader.getByRole('link', { name: 'English' }).click()
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Before your request goes on, read what it means')
    await expect(reader.getByText(/you can never use Credit scoring again/)).toBeVisible()
    await expect(reader.getByText(code.slice(0, 4))).toBeVisible()
    const source = await reader.content()
    expect(canariesOf(person).filter(({ value }) => source.includes(value)).map(({ name }) => name)).toEqual([])
    expect(await reader.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    expect(await reader.context().cookies()).toEqual([])
    await expectAccessibleInBoth(reader)
    await reader.setViewportSize({ width: 320, height: 640 })
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect((await reader.context().request.head(link)).status()).toBe(405)
    // A link that never was says so, and no more.
    const nowhere = await reader.goto(`/told/${'0'.repeat(32)}`)
    expect(nowhere?.status()).toBe(404)
    const nothing = await reader.getByRole('main').innerText()
    expect(nothing).toContain('There is nothing to read here')
    await expectAccessible(reader)

    // It waits for the person, and everybody sees until when; nobody decides on it yet.
    await agent.goto(`/cases/${code}`)
    await expect(agent.getByRole('heading', { level: 1 })).toContainText('Told in writing. The person has until')
    await agent.goto('/cases')
    const row = agent.getByRole('table', { name: 'My cases' }).locator('tbody tr').filter({ hasText: spaced })
    await expect(row).toContainText('being read')
    await expect(row).toContainText(/The person’s turn · until/i)
    const supervisor = await desk.pageAs(browser, 'supervisor', 0)
    await supervisor.goto('/approvals')
    await expect(supervisor.getByRole('region', { name: 'Cases to decide' })).not.toContainText(spaced)

    desk.later(3 * day + 60_000)
    const later = await desk.pageAs(browser, 'supervisor', 1)
    await expect(async () => {
      await later.goto(`/approvals/${code}`)
      await expect(later.getByRole('button', { name: /^Approve…/ })).toBeEnabled({ timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
    await expect(later.getByText(/in writing: .* script v1/)).toBeVisible()
    // By then the link is like one that never was.
    expect((await reader.goto(link))?.status()).toBe(404)
    expect(await reader.getByRole('main').innerText()).toBe(nothing)

    const auditor = await desk.pageAs(browser, 'auditor')
    const said = (await logSays(auditor, { case: code })).toReversed()
    expect(said.filter((text) => text.includes('Told in writing, opened')), 'once, however often it was opened').toHaveLength(1)
    const at = (text: string) => said.findIndex((one) => one.includes(text))
    const order = [
      at('Consequence told'), at('Request submitted'), at('Told in writing, opened'), at('Time to read it was over'),
      said.findLastIndex((one) => one.includes('Request submitted')),
    ]
    expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order).size, 'submitted by the agent, and by itself').toBe(order.length)
    expect(said.join(), 'the secret of the link is nowhere').not.toContain(link.split('/').at(-1) ?? 'none')
  } finally {
    await desk.end()
  }
})
