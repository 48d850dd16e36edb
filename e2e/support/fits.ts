import { expect, type Page } from '@playwright/test'

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

/** What of an open dialog can only be read by scrolling it sideways. */
const dialogStandsOut = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('dialog[open], dialog[open] *')].flatMap((node) => {
    const scrollsBesides = ['auto', 'scroll'].includes(getComputedStyle(node).overflowX) && node.matches('table *, pre, :has(> table)')
    return node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && !scrollsBesides && ['auto', 'scroll'].includes(getComputedStyle(node).overflowX)
      ? [`${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} is ${node.scrollWidth} px wide in ${node.clientWidth}`]
      : []
  }))

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

/** Asserts that a page, and what is open over it, is read without scrolling sideways at 320 px and at 400 %. */
export async function fits(page: Page, what: string): Promise<void> {
  for (const place of windows) await fitsIn(page, what, place)
}

/** As wide as at 400 % it is at 320 px: there every language is looked at, and how low it is hangs on none. */
export const fitsAcross = (page: Page, what: string): Promise<void> => fitsIn(page, what, windows[0])

async function fitsIn(
  page: Page,
  what: string,
  { name, width, height }: (typeof windows)[number],
): Promise<void> {
  await page.setViewportSize({ width, height })
  // Whatever reckons with the width does so a moment later.
  await expect.poll(() => standsOut(page), `${what} at ${name}`).toEqual([])
  await expect.poll(() => dialogStandsOut(page), `${what} at ${name}`).toEqual([])
  await expect.poll(() => leftToRead(page), `${what} at ${name}: what sticks leaves room to read`).toBeGreaterThan(0.5)
}
