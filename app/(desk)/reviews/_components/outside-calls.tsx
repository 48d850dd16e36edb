'use client'
import { useTranslations } from 'next-intl'
import type { OutsideLookUpsView } from '#usecases/views/reviews.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Who looked people up by themselves, to ask for a mark, and how many of those look-ups led to no case. */
export function OutsideCalls({ outside, days }: { outside: readonly OutsideLookUpsView[]; days: number }) {
  const t = useTranslations('reviews.outside')
  return (
    <section aria-label={t('title')}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p className="mt-1 max-w-[80ch] text-sm text-ink-2">{t('text', { days })}</p>
      <ul className="mt-1">
        {outside.map(({ agent, lookUps, withoutCase }) => (
          <li key={agent} className="flex flex-wrap gap-x-3 gap-y-1 border-b border-line py-(--row-y)">
            <Tag tone={withoutCase > 0 ? 'warn' : 'info'} plain>{agent}</Tag>
            <span className="min-w-0 flex-1 basis-64">{t('line', { lookUps, withoutCase })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
