import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import english from '#messages/en/shell.json' with { type: 'json' }
import chinese from '#messages/zh-CN/shell.json' with { type: 'json' }

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Asserts that axe finds nothing wrong with the page as it stands, by WCAG 2.2 AA and axe's best practices. Each
 * finding is told with its rule, its help and the elements it is about.
 *
 * @param without  rules that this state can not keep yet
 */
export async function expectAccessible(page: Page, without: readonly string[] = []): Promise<void> {
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  expect(await findingsOf(page, { runOnly: { type: 'tag', values: tags }, rules }), 'axe finds nothing').toEqual([])
}

/** What hangs on colours, and so on the theme; the other rules read what is the same in both. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** Asserts what `expectAccessible` does of a theme, on a page of which everything else was looked at in the other. */
export async function expectReadableColours(page: Page): Promise<void> {
  expect(await findingsOf(page, { runOnly: { type: 'rule', values: ofColours } }), 'axe finds nothing').toEqual([])
}

/**
 * What axe finds on a page: the rule, its help and the elements it is about. It stays in a document once it is there:
 * to read its half a megabyte again costs as much as to look.
 */
async function findingsOf(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (asked) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe
    const { violations } = await run(document, { ...asked, resultTypes: ['violations'] })
    return violations.map(({ id, help, nodes }) =>
      [`${id}: ${help}`, ...nodes.flatMap(({ html, failureSummary }) => [html, failureSummary])].join('\n  '),
    )
  }, options)
}

/** The two themes, in which every screen is checked. */
export const themes = ['light', 'dark'] as const

/** Shows the page as a person sees it whose system asks for this theme. */
export async function showTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  // Not everything on the page has its new colours in the same frame: wait until none has changed for a moment.
  await page.waitForFunction((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark')
  await page.evaluate(async () => {
    const colours = () =>
      Array.from(document.querySelectorAll('*'), (element) => {
        const { color, backgroundColor } = getComputedStyle(element)
        return color + backgroundColor
      }).join()
    for (let before = ''; before !== colours();) {
      before = colours()
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  })
}

/** The two languages, English last, so that a page is left as it was found. */
export const languages = [
  { locale: 'zh-CN', label: chinese.prefs.language },
  { locale: 'en', label: english.prefs.language },
] as const

type Language = (typeof languages)[number]['locale']

/** Shows the page in a language: by its switch where it has one, by the cookie and anew where it has none. */
export async function speak(page: Page, locale: Language): Promise<void> {
  const label = languages.find((one) => one.locale === locale)?.label ?? ''
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

/**
 * Asserts that axe finds nothing in both languages and both themes, which are changed in place: what is open or typed
 * stays. The page is left in English and light.
 */
export async function expectAccessibleThroughout(page: Page): Promise<void> {
  for (const { locale } of languages) {
    await speak(page, locale)
    for (const theme of themes.toReversed()) {
      await showTheme(page, theme)
      await expectAccessible(page)
    }
  }
}

/** Asserts that axe finds nothing on a state of a page, in both themes. */
export async function expectAccessibleInBoth(page: Page, without: readonly string[] = []): Promise<void> {
  for (const theme of themes) {
    await showTheme(page, theme)
    await expectAccessible(page, without)
  }
}
