import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { languages, showTheme, speak, themes } from '../support/accessibility.ts'
import { walks, type ScreenName, type Walk } from './names.ts'

const folder = process.env.RIGHTSDESK_SCREENS_FOLDER ?? 'screens'
const only = process.env.RIGHTSDESK_SCREENS_ONLY ?? ''
const widths = [1440, 390]

/** What a walk does with each of its screens, once it stands there. */
export type TakePicture = (name: ScreenName, page: Page) => Promise<void>

/**
 * A walk that comes by these screens and must have taken a picture of each. With `--only` just the walk that comes by
 * that screen is made, up to its end: the states before it lead to it.
 */
export function walk(name: Walk, steps: (browser: Browser, picture: TakePicture) => Promise<void>): void {
  const planned: readonly string[] = walks[name]
  if (only !== '' && !planned.includes(only)) return
  test(`pictures of what ${name} sees`, async ({ browser }) => {
    const taken: string[] = []
    await steps(browser, async (screen, page) => {
      taken.push(screen)
      if (only === '' || only === screen) await takePicture(screen, page)
    })
    expect(taken, 'every planned screen was reached').toEqual(planned)
  })
}

/**
 * Takes one screen in two languages, two themes and two widths: `<name>.<locale>.<theme>.<width>.png`. Language is
 * changed by the page's own switch, so that what was typed or opened stays; the screen is left in English, light, wide.
 */
async function takePicture(name: ScreenName, page: Page): Promise<void> {
  mkdirSync(folder, { recursive: true })
  // The tour stands beside every room on the first day, and is no part of any.
  const tour = page.getByRole('button', { name: 'Do not show again' })
  // Under an open dialog no pointer reaches it.
  if (await tour.isVisible()) await tour.evaluate((button) => (button as HTMLButtonElement).click())
  for (const { locale } of languages) {
    await speak(page, locale)
    for (const theme of [...themes].reverse()) {
      await showTheme(page, theme)
      for (const width of [...widths].reverse()) {
        await page.setViewportSize({ width, height: width < 500 ? 844 : 900 })
        // A dialog lies over what is in sight, and the frame of the page sticks to where one has scrolled to.
        const isDialog = (await page.locator('dialog[open]').count()) > 0
        if (!isDialog) await page.evaluate(() => window.scrollTo(0, 0))
        const path = join(folder, `${name}.${locale}.${theme}.${width}.png`)
        await page.screenshot({ path, fullPage: !isDialog, animations: 'disabled', caret: 'initial' })
      }
    }
  }
}
