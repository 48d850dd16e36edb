import { cx } from '#components/ui/cx.ts'
import type { Locale } from '#domain/reader/preferences.ts'

const names = { en: 'English', 'zh-CN': '中文' } as const satisfies Record<Locale, string>

/** The same page in each language, as plain addresses: nothing is remembered of whoever reads it. */
export function PageLanguages({
  path, locale, label, locales,
}: {
  /** The page's own address. */
  path: string
  locale: Locale
  label: string
  locales: readonly Locale[]
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4 text-sm">
      {locales.map((one) => (
        <a
          key={one}
          href={`${path}?in=${one}`}
          lang={one}
          hrefLang={one}
          aria-current={one === locale ? 'true' : undefined}
          className={cx('inline-flex min-h-6 items-center', one === locale ? 'font-semibold' : 'link')}
        >
          {names[one]}
        </a>
      ))}
    </nav>
  )
}
