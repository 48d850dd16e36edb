'use client'
import { useTranslations } from 'next-intl'
import type { ReviewsView } from '#usecases/views/reviews.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'

const twoPlaces = (value: number): number => Math.round(value * 100) / 100

/** Agents who look people up, or have fields shown, clearly more often than the others: the figures and the rule. */
export function AboveUsual({ view }: { view: ReviewsView }) {
  const t = useTranslations('reviews.above')
  const { above, agents, days, rule } = view
  return (
    <section aria-label={t('title')}>
      <SectionHeading>{t('title')}</SectionHeading>
      {above.length === 0 ? (
        <p className="mt-2">{agents < 3 ? t('few', { agents }) : t('empty')}</p>
      ) : (
        <ul className="mt-1">
          {above.map(({ measure, figure, usual, ...rest }) => (
            <li key={`${rest.agent} ${measure}`} className="flex flex-wrap gap-x-3 gap-y-1 border-b border-line py-(--row-y)">
              <Tag tone="warn" plain className="self-start">{rest.agent}</Tag>
              <span className="min-w-0 flex-1 basis-64">
                {t(measure, { ...rest, figure: twoPlaces(figure), usual: twoPlaces(usual) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 max-w-[80ch] text-xs text-ink-2">{t('rule', { ...rule, days })}</p>
    </section>
  )
}
