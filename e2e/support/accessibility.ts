import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Asserts that axe finds nothing wrong with the page as it stands, by WCAG 2.2 AA and axe's best practices. Each
 * finding is told with its rule, its help and the elements it is about.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`,
  )
  expect(findings, 'axe finds nothing').toEqual([])
}

/** The two themes, in which every screen is checked. */
export const themes = ['light', 'dark'] as const

/** Shows the page as a person sees it whose system asks for this theme. */
export async function showTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
}

/** Asserts that axe finds nothing on a state of a page, in both themes. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const theme of themes) {
    await showTheme(page, theme)
    await expectAccessible(page)
  }
}
