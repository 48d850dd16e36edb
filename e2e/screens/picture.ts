import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible, expectReadableColours, languages, showTheme, speak, themes } from '../support/accessibility.ts'
import { fits, fitsAcross } from '../support/fits.ts'
import { roomScreens, walks, type ScreenName, type Walk } from './names.ts'

/** Where pictures go; without it the walks are a test of what is on each screen. */
const folder = process.env.RIGHTSDESK_SCREENS_FOLDER
const only = process.env.RIGHTSDESK_SCREENS_ONLY ?? ''
const widths = [1440, 390]

/** What a walk does with each of its screens, once it stands there. */
export type TakePicture = (name: ScreenName, page: Page) => Promise<void>

/**
 * A walk that comes by these screens and must have stood before each. `npm run screens` takes their pictures; with
 * `--only` just the walk that comes by that screen is made, up to its end: the states before it lead to it. In
 * `npm test` each of them is looked at by axe, and must be readable at 320 px and at 400 %.
 */
export function walk(name: Walk, steps: (browser: Browser, picture: TakePicture) => Promise<void>): void {
  const planned: readonly string[] = walks[name]
  if (only !== '' && !planned.includes(only)) return
  const title = folder === undefined
    ? `axe finds nothing on any screen of this walk, and each can be read at 320 px and at 400 %: ${name}`
    : `pictures of this walk: ${name}`
  test(title, async ({ browser }) => {
    // Looking closely at so many takes its time.
    test.setTimeout(60_000 + planned.length * 20_000)
    const come: string[] = []
    await steps(browser, async (screen, page) => {
      come.push(screen)
      const room = roomScreens[screen]
      if (room !== undefined) expect(new URL(page.url()).pathname, screen).toBe(room.split(' ')[1])
      if (folder === undefined) await test.step(screen, () => look(screen, page))
      else if (only === '' || only === screen) await takePicture(join(folder, screen), page)
    })
    expect(come, 'every planned screen was reached').toEqual(planned)
  })
}

/** Opens dialogs by the names of their buttons, each with the screen that it is, and puts them away again. */
export async function eachDialog(
  page: Page,
  picture: TakePicture,
  dialogs: readonly (readonly [button: string | RegExp, screen: ScreenName])[],
): Promise<void> {
  for (const [button, screen] of dialogs) {
    await page.getByRole('main').getByRole('button', { name: button }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await picture(screen, page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

/** The tour stands beside every room on the first day, and is no part of any. */
async function putTourAway(page: Page): Promise<void> {
  const tour = page.getByRole('button', { name: 'Do not show again' })
  // Under an open dialog no pointer reaches it.
  if (await tour.isVisible()) await tour.evaluate((button) => (button as HTMLButtonElement).click())
}

/** What was just said lies over the page for a moment, or until it is closed. */
async function closeToasts(page: Page): Promise<void> {
  const close = page.locator('[role=status].fixed').getByRole('button')
  while ((await close.count()) > 0) await close.first().evaluate((button) => (button as HTMLButtonElement).click())
}

/**
 * Asserts that axe finds nothing on a screen in two languages and two themes, nor on the narrow and dense form of it,
 * and that nothing of it stands out to the side. The screen is left in English, light, wide, as it was.
 */
async function look(screen: ScreenName, page: Page): Promise<void> {
  await putTourAway(page)
  await closeToasts(page)
  for (const { locale } of languages) {
    await speak(page, locale)
    await (locale === 'en' ? fits : fitsAcross)(page, `${screen} (${locale})`)
    await page.setViewportSize({ width: 1440, height: 900 })
    // Where one has scrolled to, what sticks lies over half a button.
    await page.evaluate(() => window.scrollTo(0, 0))
    // A page that follows a case may be drawn anew in that moment, and colours take one to change.
    await showTheme(page, 'dark')
    await expect(() => expectReadableColours(page)).toPass({ timeout: 10_000 })
    await showTheme(page, 'light')
    await expect(() => expectAccessible(page)).toPass({ timeout: 10_000 })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.evaluate(() => window.scrollTo(0, 0))
  const density = await page.evaluate(() => document.documentElement.dataset.density)
  await page.evaluate(() => (document.documentElement.dataset.density = 'compact'))
  await expectAccessible(page)
  await page.evaluate((before) => (document.documentElement.dataset.density = before), density)
  await page.setViewportSize({ width: 1440, height: 900 })
}

/**
 * Takes one screen in two languages, two themes and two widths: `<place>.<locale>.<theme>.<width>.png`. Language is
 * changed by the page's own switch, so that what was typed or opened stays; the screen is left in English, light, wide.
 */
async function takePicture(place: string, page: Page): Promise<void> {
  mkdirSync(join(place, '..'), { recursive: true })
  await putTourAway(page)
  for (const { locale } of languages) {
    await speak(page, locale)
    for (const theme of [...themes].reverse()) {
      await showTheme(page, theme)
      for (const width of [...widths].reverse()) {
        await page.setViewportSize({ width, height: width < 500 ? 844 : 900 })
        // A dialog lies over what is in sight, and the frame of the page sticks to where one has scrolled to.
        const isDialog = (await page.locator('dialog[open]').count()) > 0
        if (!isDialog) await page.evaluate(() => window.scrollTo(0, 0))
        const path = `${place}.${locale}.${theme}.${width}.png`
        await page.screenshot({ path, fullPage: !isDialog, animations: 'disabled', caret: 'initial' })
      }
    }
  }
}
