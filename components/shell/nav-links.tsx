'use client'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Role } from '#domain/access/policy.ts'
import { cx } from '#components/ui/cx.ts'
import { Kbd } from '#components/ui/kbd.tsx'
import { useShortcut } from './keyboard.tsx'
import { activeItem, navByRole, type NavItem } from './nav.ts'

/** Counts by item, such as cases that wait for this reader. */
export type NavCounts = Partial<Record<NavItem['label'], number>>

/** The rooms of a role, each with its key. */
export function NavLinks({ role, counts }: { role: Role; counts: NavCounts }) {
  const active = activeItem(navByRole[role], usePathname())
  return (
    // Positioned, so that what only a screen reader is told scrolls with the list and does not widen the page.
    <ul className="relative flex gap-1 max-desk:overflow-x-auto desk:grid desk:gap-0.5">
      {navByRole[role].map((item) => (
        <NavLink key={item.href} item={item} active={item === active} count={counts[item.label]} />
      ))}
    </ul>
  )
}

function NavLink({ item, active, count }: { item: NavItem; active: boolean; count: number | undefined }) {
  const t = useTranslations('shell')
  const router = useRouter()
  useShortcut(`g ${item.key}`, t('keys.go', { room: t(`nav.${item.label}`) }), () => router.push(item.href))
  return (
    <li>
      <Link
        href={item.href}
        prefetch={false}
        aria-current={active ? 'page' : undefined}
        aria-keyshortcuts={`g ${item.key}`}
        className={cx(
          'flex min-h-9 items-center justify-between gap-3 rounded-[6px] px-2.5 py-1.5 font-medium whitespace-nowrap',
          active ? 'bg-surface text-ink shadow-[0_0_0_1px_var(--line)]' : 'text-ink-2 hover:text-ink',
        )}
      >
        <span>{t(`nav.${item.label}`)}</span>
        <span className="flex items-center gap-2">
          {count !== undefined && count > 0 && (
            <span className="tabular-nums">
              {count}
              <span className="sr-only"> {t('nav.waiting')}</span>
            </span>
          )}
          <span className="max-desk:hidden">
            <Kbd>{`g ${item.key}`}</Kbd>
          </span>
        </span>
      </Link>
    </li>
  )
}
