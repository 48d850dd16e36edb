import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
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
  // In the page itself: no page here has frames, for whose findings axe would open another tab each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(tags).disableRules([...without]).analyze()
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`,
  )
  expect(findings, 'axe finds nothing').toEqual([])
}

/** What hangs on colours, and so on the theme; the other rules read what is the same in both. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** Asserts what `expectAccessible` does of a theme, on a page of which everything else was looked at in the other. */
export async function expectReadableColours(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules(ofColours).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`), 'axe finds nothing').toEqual([])
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
