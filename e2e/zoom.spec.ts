import { expect, test, type Page } from '@playwright/test'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { openFromQueue } from './support/queue.ts'
import { enter, roomsByRole } from './support/rooms.ts'
import { someoneWho } from './support/people.ts'

// They share nothing but the demo: whichever desk is free takes the next one.
test.describe.configure({ mode: 'parallel' })

/**
 * 400 % of a window of 1280 × 1024 leaves 320 × 256 of the page's own pixels (WCAG 1.4.10): the narrow width, and so
 * little height that whatever sticks to the top must not cover everything.
 */
const windows = [
  { name: '320 px wide', width: 320, height: 640 },
  { name: '400 % zoom', width: 320, height: 256 },
] as const

/** What stands out of the page to the side, if it can be scrolled to; what scrolls in a frame of its own is fine. */
const standsOut = (page: Page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth
    const width = document.documentElement.clientWidth
    if (wide <= width) return []
    const scrolls = (node: Element | null): boolean =>
      node !== null && node !== document.body && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(node).overflowX) || scrolls(node.parentElement))
    return [...document.body.querySelectorAll('*')]
      .filter((node) => node.getBoundingClientRect().right > width + 0.5 && !scrolls(node.parentElement))
      .map((node) => `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}: ${(node.textContent ?? '').slice(0, 40)}`)
      .concat(`the page is ${wide} px wide`)
  })

/** How much of the window is left for what is read, once the page was scrolled and everything that sticks stuck. */
const leftToRead = (page: Page) =>
  page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight)
    const column = Array.from({ length: 16 }, (_, step) => (step + 0.5) * (window.innerHeight / 16))
    // A dialog is what is read, its own content scrolls in it; a toast goes again by itself.
    const stuck = (node: Element | null): boolean =>
      node !== null && node !== document.documentElement && !node.matches('dialog, [role=status]') && (['fixed', 'sticky'].includes(getComputedStyle(node).position) || stuck(node.parentElement))
    return column.filter((y) => !stuck(document.elementFromPoint(160, y))).length / column.length
  })

async function fits(page: Page, what: string): Promise<void> {
  for (const { name, width, height } of windows) {
    await page.setViewportSize({ width, height })
    expect(await standsOut(page), `${what} at ${name}`).toEqual([])
    expect(await leftToRead(page), `${what} at ${name}: what sticks leaves room to read`).toBeGreaterThan(0.5)
  }
}

const languages = ['en', 'zh-CN'] as const

for (const [role, paths] of roomsByRole) {
  test(`every room of the ${role} can be read at 320 px and at 400 % without scrolling sideways, in both languages`, async ({ browser }) => {
    const page = await pageAs(browser, role)
    for (const language of languages) {
      await page.context().addCookies([{ name: 'rd_locale', value: language, url: page.url() }])
      for (const path of paths) {
        await enter(page, path)
        await fits(page, `${path} (${language})`)
      }
    }
    await page.context().close()
  })
}

test('a call, the case that comes of it and its decision can be read at 320 px and at 400 % without scrolling sideways', async ({ browser }) => {
  const agent = await pageAs(browser, 'agent')
  const wide = () => agent.setViewportSize({ width: 1440, height: 900 })
  await lookUp(agent, someoneWho('own_apart', 25).phone)
  await fits(agent, 'a locked person')
  await wide()
  await verifyByCode(agent)
  for (const part of ['Who', 'What happened', 'What now']) {
    await agent.setViewportSize({ width: 320, height: 640 })
    await agent.getByRole('group', { name: 'Parts of this call' }).getByRole('button', { name: part }).click()
    await fits(agent, `a verified person: ${part}`)
  }
  await wide()
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await fits(agent, 'a deletion to be told')
  await agent.getByRole('button', { name: 'What do I lose?' }).click()
  await expect(agent.getByRole('dialog')).toBeVisible()
  await fits(agent, 'what they lose')
  await agent.keyboard.press('Escape')
  await wide()
  await agent.getByRole('button', { name: /De-register from Credit scoring/ }).click()
  await agent.getByRole('button', { name: 'De-register…' }).click()
  await expect(agent.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await fits(agent, 'the numbers')
  await agent.keyboard.press('Escape')
  await wide()
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.getByRole('radio', { name: 'Understood it' }).check()
  await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
  const code = await saidCaseCode(agent)
  await fits(agent, 'submitted')
  await wide()
  await wrapUp(agent, 'A request was opened')
  await agent.goto(`/cases/${code}`)
  await fits(agent, 'a case')

  const supervisor = await pageAs(browser, 'supervisor')
  await openFromQueue(supervisor, 'Deletion')
  await fits(supervisor, 'a decision')
  for (const page of [agent, supervisor]) await page.context().close()
})
