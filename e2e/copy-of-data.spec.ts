import { text } from 'node:stream/consumers'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { openZip } from '#server/log/zip-reader.ts'
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { approve } from './support/decide.ts'
import { pageAs } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho, type Known } from './support/people.ts'
import { writtenTo } from './support/ways.ts'


/** Somebody asks for a copy of everything, and in the same call for the deletion of their credit data. */
async function asksForBoth(agent: Page, person: Known): Promise<{ copy: string; link: string; deletion: string }> {
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Send a copy of everything about the account/ }).click()
  await agent.getByRole('button', { name: /Send the copy/ }).click()
  const copy = await saidCaseCode(agent)
  await expect(agent.getByText(/A link to the copy goes to the contact on file/)).toBeVisible()
  const link = await writtenTo(agent)
  await agent.getByRole('button', { name: 'Something else for this person' }).click()
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
  // Until the page is there anew, the case that is on it is the one before.
  await expect.poll(() => saidCaseCode(agent)).not.toBe(copy)
  const deletion = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')
  return { copy, link, deletion }
}

async function approved(browser: Browser, code: string): Promise<void> {
  const supervisor = await pageAs(browser, 'supervisor', 0)
  await supervisor.goto(`/approvals/${code}`)
  await approve(supervisor, code)
  await supervisor.context().close()
}

test('a caller who wants a copy before the deletion: the link fetches it once, and what waited for it goes on', async ({ browser }) => {
  test.setTimeout(240_000)
  const person = someoneWho('own_apart', 71)
  const other = someoneWho('own_apart', 72)
  const agent = await pageAs(browser, 'agent')
  const { copy, link, deletion } = await asksForBoth(agent, person)
  const second = await asksForBoth(agent, other)

  // To open the link fetches nothing: no sign-in, nothing of the person, nothing kept in their browser.
  const reader = await (await browser.newContext()).newPage()
  const answer = await reader.goto(link)
  expect(answer?.status()).toBe(200)
  const headers = answer?.headers() ?? {}
  expect([headers['referrer-policy'], headers['cache-control'], headers['set-cookie']]).toEqual(['no-referrer', 'no-store', undefined])
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('您的副本可以领取了')
  await reader.getByRole('link', { name: 'English' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Your copy is ready to be fetched')
  await expect(reader.getByText(copy.slice(0, 4))).toBeVisible()
  const source = await reader.content()
  expect(canariesOf(person).filter(({ value }) => source.includes(value)).map(({ name }) => name)).toEqual([])
  expect(await reader.context().cookies()).toEqual([])
  await expectAccessibleInBoth(reader)
  await reader.setViewportSize({ width: 320, height: 640 })
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  const plain = reader.context().request
  expect([(await plain.head(link)).status(), (await plain.get(`${link}/file`)).status()]).toEqual([405, 405])
  await agent.goto(`/cases/${copy}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('The copy can be fetched by its link until')
  await expect(agent.getByRole('region', { name: 'The copy' })).toContainText('Nobody has fetched it')
  await expect(agent.getByRole('region', { name: 'What waits for what' })).toContainText(deletion.slice(0, 4))
  await expectAccessible(agent)

  await approved(browser, deletion)
  await approved(browser, second.deletion)

  // The deletion is approved and its window over: it waits, and both cases say so.
  const auditor = await pageAs(browser, 'auditor')
  await expect(async () => {
    await auditor.goto(`/cases/${deletion}`)
    await expect(auditor.getByRole('heading', { level: 1 })).toContainText('Ready to erase, but the person still has until', { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await expect(auditor.getByRole('region', { name: 'What waits for what' })).toContainText('This waits for a copy of the same data')
  await expect(auditor.getByRole('region', { name: 'What waits for what' })).toContainText(copy.slice(0, 4))
  await expectAccessible(auditor)

  // The button fetches it: exactly theirs, in one archive.
  await reader.reload()
  await expect(reader.getByRole('heading', { name: 'An erasure waits for this copy' })).toBeVisible()
  const [download] = await Promise.all([
    reader.waitForEvent('download'), reader.getByRole('button', { name: 'Fetch the copy' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`copy-${copy}.zip`)
  const archive = await openZip(await download.path())
  const file = await text(archive.read(`copy-${copy}.json`))
  await archive.close()
  for (const { name, value } of canariesOf(person)) {
    if (name !== 'phone in digits') expect(file.includes(value), name).toBe(true)
  }
  expect(canariesOf(other).filter(({ value }) => file.includes(value)).map(({ name }) => name)).toEqual([])

  // It was used: the link is like one that never was.
  await expect(async () => expect((await reader.goto(link))?.status()).toBe(404)).toPass({ timeout: 15_000 })
  const nothing = await reader.getByRole('main').innerText()
  expect((await reader.goto(`/copy/${'0'.repeat(32)}`))?.status()).toBe(404)
  expect(await reader.getByRole('main').innerText()).toBe(nothing)
  expect(nothing).toContain('There is nothing to fetch here')
  await expectAccessible(reader)
  await auditor.goto(`/cases/${copy}`)
  await expect(auditor.getByRole('heading', { level: 1 })).toContainText('The copy was fetched on')
  await expectAccessible(auditor)
  await expect(async () => {
    await auditor.goto(`/cases/${deletion}`)
    await expect(auditor.getByRole('heading', { level: 1 })).toContainText('Complete:', { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })

  // Who does not need it says so on the page, and the deletion goes on as well.
  await reader.goto(`${second.link}?in=en`)
  await reader.getByText('I do not need the copy any more').click()
  await expectAccessible(reader)
  await reader.getByRole('button', { name: 'Let the erasure go on' }).click()
  await expect(reader.getByText('You said that the erasure need not wait')).toBeVisible()
  await expect(async () => {
    await auditor.goto(`/cases/${second.deletion}`)
    await expect(auditor.getByRole('heading', { level: 1 })).toContainText('Complete:', { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })

  const said = (await logSays(auditor, { case: copy })).toReversed()
  const at = (what: string) => said.findIndex((one) => one.includes(what))
  const order = [
    at('Request submitted'), at('Link to the copy sent'), at('Link to the copy opened'),
    at('Copy made and handed over'), at('Copy fetched'),
  ]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(said.join(), 'the secret of the link is nowhere').not.toContain(link.split('/').at(-1) ?? 'none')
  expect((await logSays(auditor, { case: second.copy })).some((one) => one.includes('Copy released'))).toBe(true)
  for (const page of [agent, auditor, reader]) await page.context().close()
})
