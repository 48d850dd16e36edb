import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import english from '#messages/en/shell.json' with { type: 'json' }
import chinese from '#messages/zh-CN/shell.json' with { type: 'json' }
import { showTheme, themes } from '../support/accessibility.ts'
import { walks, type ScreenName, type Walk } from './names.ts'

const folder = process.env.RIGHTSDESK_SCREENS_FOLDER ?? 'screens'
const only = process.env.RIGHTSDESK_SCREENS_ONLY ?? ''
const widths = [1440, 390]
const languages = [
  { locale: 'zh-CN', label: chinese.prefs.language },
  { locale: 'en', label: english.prefs.language },
] as const

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
  for (const { locale, label } of languages) {
    await speak(page, locale, label)
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

/** Shows the page in a language: by its switch where it has one, by the cookie and anew where it has none. */
async function speak(page: Page, locale: string, label: string): Promise<void> {
  const choice = page.locator('select:has(option[lang="zh-CN"])').first()
  if ((await choice.count()) === 0) {
    await page.context().addCookies([{ name: 'rd_locale', value: locale, url: page.url() }])
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', locale === 'en' ? 'en-GB' : locale)
    return
  }
  await choice.selectOption(locale)
  await expect(page.locator(`select[aria-label="${label}"]`).first()).toBeAttached()
}
