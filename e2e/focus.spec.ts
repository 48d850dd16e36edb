import { expect, test, type Page } from '@playwright/test'
import { lookUp, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { readStop, type Stop } from './support/focus.ts'
import { openFromQueue } from './support/queue.ts'
import { enter, roomsByRole } from './support/rooms.ts'
import { someoneWho } from './support/people.ts'

// They share nothing but the demo: whichever desk is free takes the next one.
test.describe.configure({ mode: 'parallel' })

/** Where the focus is now; null where it has left the page, or comes by a second time. */
async function stop(page: Page): Promise<Stop | null> {
  // A stop is remembered by its place, since two of them may look alike.
  const here = page.locator(':focus:not([data-stop]):not(body)')
  if ((await here.count()) === 0) return null
  const seen = await here.evaluate(readStop)
  await here.evaluate((node: HTMLElement) => (node.dataset.stop = ''))
  return seen
}

/** Walks the whole page by Tab from its top and says what is wrong with any stop; `least` is what must be reached. */
async function walkByTab(page: Page, where: string, least: number): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-stop]')) one.removeAttribute('data-stop')
    window.scrollTo(0, 0)
    // A walk begins where the focus was last, also after it was taken away; so it is put to the top.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const stops: Stop[] = []
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press('Tab')
    const here = await stop(page)
    if (here === null) break
    stops.push(here)
  }
  const wrong = stops.flatMap(({ what, name, rings, inSight }) => [
    ...(name === '' ? [`${what} has no name`] : []),
    ...(rings ? [] : [`${what} shows no focus`]),
    ...(inSight ? [] : [`${what} is hidden`]),
  ])
  expect(wrong, `${where}: every stop is named, seen, and not covered`).toEqual([])
  expect(stops.length, `${where}: ${stops.map(({ what }) => what).join(' · ')}`).toBeGreaterThanOrEqual(least)
}

for (const [role, paths] of roomsByRole) {
  test(`a walk by Tab through every room of the ${role}: each stop has a name and a focus that can be seen`, async ({ browser }) => {
    const page = await pageAs(browser, role)
    for (const path of paths) {
      await enter(page, path)
      await walkByTab(page, path, 8)
    }
    await page.context().close()
  })
}

test('a walk by Tab through a call and a decision: each stop has a name and a focus that can be seen', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  await lookUp(agent, someoneWho('own_apart', 26).phone)
  await walkByTab(agent, 'a locked person', 12)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await walkByTab(agent, 'a verified person', 20)
  await wrapUp(agent, 'A question was answered')

  const supervisor = await pageAs(browser, 'supervisor')
  await openFromQueue(supervisor, 'Deletion')
  await walkByTab(supervisor, 'a decision', 12)
  for (const page of [agent, supervisor]) await page.context().close()
})
