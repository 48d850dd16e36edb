'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { DeskCallView, VerifiedPersonView } from '#usecases/views/desk.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { cx } from '#components/ui/cx.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { WhatHappened } from '../../_components/what-happened.tsx'
import { WhatNow } from './what-now.tsx'
import { Who } from './who.tsx'

const parts = ['who', 'happened', 'now'] as const
type Part = (typeof parts)[number]

/** Level 2 and above: the verdict as one sentence, then who, what happened and what now; tabs on a narrow screen. */
export function VerifiedPerson({ view, person }: { view: DeskCallView; person: VerifiedPersonView }) {
  const t = useTranslations('desk')
  const consent = useTranslations('consent')
  const { say } = useWords()
  const [part, setPart] = useState<Part>('now')
  const { verdict } = person
  return (
    <>
      <div className="gutter py-6" role="status">
        <PageHeading
          above={
            <>
              {verdict.tone === 'bad' && <Tag tone="bad">{t('notValid')}</Tag>}
              {person.standings.map((standing) => (
                <Tag key={standing.service.key}>
                  {say('standing', { key: standing.standing, params: { service: standing.service.name } })}
                </Tag>
              ))}
            </>
          }
          below={verdict.detail === null ? undefined : say('verdictDetail', verdict.detail)}
        >
          {say('verdict', verdict)}
        </PageHeading>
      </div>
      <div role="group" aria-label={t('parts.label')} className="gutter top-0 z-10 tall:sticky flex gap-1 border-y border-line bg-paper py-1.5 desk:hidden">
        {parts.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={part === name}
            onClick={() => setPart(name)}
            className={cx(
              'min-h-9 flex-1 rounded px-2 text-sm font-medium',
              part === name ? 'bg-surface text-ink shadow-[0_0_0_1px_var(--line-strong)]' : 'text-ink-2',
            )}
          >
            {t(`parts.${name}`)}
          </button>
        ))}
      </div>
      <div className="grid flex-1 grid-cols-1 border-line desk:grid-cols-[264px_minmax(0,1fr)_368px] desk:border-t">
        <section aria-label={t('who.title')} className={cx('gutter py-(--section-y)', part !== 'who' && 'max-desk:hidden')}>
          <Who person={person} callId={view.call.callId} />
        </section>
        <section
          aria-label={consent('happened.title')}
          className={cx('gutter border-line py-(--section-y) desk:border-l', part !== 'happened' && 'max-desk:hidden')}
        >
          <WhatHappened history={person} now={view.now} />
        </section>
        <section
          aria-label={t('now.title')}
          className={cx('gutter border-line py-(--section-y) desk:border-l', part !== 'now' && 'max-desk:hidden')}
        >
          <WhatNow person={person} call={view.call} now={view.now} />
        </section>
      </div>
    </>
  )
}
