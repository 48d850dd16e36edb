// How a reader wants the screens. Kept in cookies, so that the first byte already looks right;
// none of them says anything about a person on a case.

/** The locales of the screens. Scripts read to a caller may exist in more: they are data. */
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

/** The tag that dates and numbers are formatted by: in English as the world writes them, 3 January 2018. */
export const formattingLocale = { en: 'en-GB', 'zh-CN': 'zh-CN' } as const satisfies Record<Locale, string>

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** Cookie names. `zone` holds an IANA zone, `keys` is `off` where single-letter keys are switched off (WCAG 2.1.4),
 * `tour` how far each member of staff is with the tour of the demo (see tour.ts). */
export const preferenceCookies = {
  locale: 'rd_locale',
  theme: 'rd_theme',
  density: 'rd_density',
  zone: 'rd_zone',
  keys: 'rd_keys',
  tour: 'rd_tour',
} as const

/** The value if it is one of the allowed ones, else the first of them. */
export function oneOf<T extends string>(allowed: readonly [T, ...T[]], value: string | undefined): T {
  return allowed.find((candidate) => candidate === value) ?? allowed[0]
}
