import { expect, test, type Page } from '@playwright/test'
import { lookUp, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { openFromQueue } from './support/queue.ts'
import { roomsByRole } from './support/rooms.ts'
import { someoneWho } from './support/people.ts'

interface Stop {
  what: string
  name: string
  /** What a reader sees of the focus. */
  rings: boolean
  /** Whether the middle of it is in the window and nothing lies over it. */
  inSight: boolean
}

/** Where the focus is now, as a reader would see and hear it; null where it has left the page. */
const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const node = document.activeElement
    if (!(node instanceof HTMLElement) || node === document.body) return null
    // A stop is remembered by its place, since two of them may look alike.
    if (node.dataset.stop !== undefined) return null
    node.dataset.stop = ''
    const text = (one: Element | null) => (one?.textContent ?? '').trim()
    const labelledBy = (node.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
    const labels = 'labels' in node ? [...((node as HTMLInputElement).labels ?? [])] : []
    const name = [
      node.getAttribute('aria-label') ?? '',
      ...labelledBy.map((id) => text(document.getElementById(id))),
      ...labels.map(text),
      node instanceof HTMLInputElement || node instanceof HTMLSelectElement ? '' : text(node),
      node.getAttribute('title') ?? '',
    ].find((one) => one !== '')
    // The ring stands at the stop itself, or at the frame around it that shows it on its behalf.
    let rings = false
    for (let at: HTMLElement | null = node, level = 0; at !== null && level < 4 && !rings; at = at.parentElement, level += 1) {
      for (const shown of [at as Element, ...(level < 2 ? [...at.children] : [])]) {
        const style = getComputedStyle(shown)
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        const haloed = at.matches(':focus-within') && /0px 0px 0px [34]px/.test(style.boxShadow)
        rings ||= (outlined && (shown === at || shown instanceof HTMLElement && shown.getAttribute('aria-hidden') === 'true')) || haloed
      }
    }
    const box = node.getBoundingClientRect()
    // The middle of the part of it that is in the window: a table to scroll in may be taller.
    const [left, right] = [Math.max(0, box.left), Math.min(window.innerWidth, box.right)]
    const [top, bottom] = [Math.max(0, box.top), Math.min(window.innerHeight, box.bottom)]
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const inSight = right > left && bottom > top && above !== null && (node.contains(above) || above.contains(node))
    return { what: `<${node.tagName.toLowerCase()}> ${name ?? ''}`, name: name ?? '', rings, inSight }
  })

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
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await walkByTab(page, path, 8)
    }
    await page.context().close()
  })
}

test('a walk by Tab through a call and a decision: each stop has a name and a focus that can be seen', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  await lookUp(agent, someoneWho('own_apart', 9).phone)
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
