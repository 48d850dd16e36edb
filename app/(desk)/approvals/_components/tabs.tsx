'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ApprovalsView } from '#usecases/views/approvals.ts'
import { cx } from '#components/ui/cx.ts'

/** Everything, or what is contested by its own clock; which one stands in the address. */
export function Tabs({ view }: { view: ApprovalsView }) {
  const t = useTranslations('approvals.tabs')
  const tabs = [
    { only: 'all', href: '/approvals', label: t('all') },
    { only: 'contested', href: '/approvals?only=contested', label: t('contested', { count: view.contested }) },
  ] as const
  return (
    <nav aria-label={t('label')} className="mt-3 flex flex-wrap gap-x-4 border-b border-line text-sm">
      {tabs.map(({ only, href, label }) => (
        <Link
          key={only}
          href={href}
          prefetch={false}
          aria-current={view.only === only ? 'page' : undefined}
          className={cx(
            '-mb-px inline-flex min-h-8 items-center border-b-2',
            view.only === only ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2 hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
