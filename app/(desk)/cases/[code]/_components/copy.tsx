'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { CopyCaseView } from '#usecases/views/copy.ts'
import { Moment } from '#components/data/moment.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** The copy of an access: its link, and whether it was fetched. */
export function Copy({ copy }: { copy: CopyCaseView }) {
  const t = useTranslations('cases.copy')
  const { link } = copy
  return (
    <section aria-labelledby="copy">
      <SectionHeading id="copy">{t('title')}</SectionHeading>
      <p className="mt-1 max-w-[74ch] text-sm text-ink-2">{t('where')}</p>
      <dl className="mt-2 border-t border-line">
        <Line term={t('link')}>
          {link === null ? (
            t('linkNone')
          ) : (
            <>
              {t('linkState', { state: link.state, way: t('way', { way: link.channel }) })} · <Moment at={link.madeAt} />
            </>
          )}
        </Line>
        <Line term={t('opened')}>
          {copy.openedAt === null ? (
            t('openedNot')
          ) : (
            <>
              <Moment at={copy.openedAt} /> · {t('openedMay')}
            </>
          )}
        </Line>
        <Line term={t('handed')}>
          {copy.handedAt === null ? (
            t('handedNot')
          ) : (
            <>
              <Moment at={copy.handedAt} /> · {t(copy.result === 'collected' ? 'handedWhole' : 'handedHalf')}
            </>
          )}
        </Line>
        {copy.until !== null && (
          <Line term={t('until')}>
            <Moment at={copy.until} />
          </Line>
        )}
      </dl>
    </section>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b border-line py-(--row-y) sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-sm text-ink-2">{term}</dt>
      <dd className="max-w-[74ch]">{children}</dd>
    </div>
  )
}
