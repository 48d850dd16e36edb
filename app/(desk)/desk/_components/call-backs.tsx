'use client'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { CallBackLine } from '#usecases/views/desk.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { CaseLink } from '#components/data/case-link.tsx'
import { languageName } from '#components/data/language-name.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say } from '#components/ui/toast.tsx'
import { CallBackDialog } from '../../_components/call-back-dialog.tsx'
import { useDesk } from './desk-context.tsx'

/** Calls of ours, at the person's own time: what this agent promised, and what waits for whoever has the time. */
export function CallBacks({ lines }: { lines: readonly CallBackLine[] }) {
  const t = useTranslations('desk.idle')
  const dial = useTranslations('calling')
  const format = useFormatter()
  const locale = useLocale()
  const { actions, refresh } = useDesk()
  const [calling, setCalling] = useState<string | null>(null)
  return (
    <section aria-labelledby="call-backs">
      <SectionHeading id="call-backs" aside={t('callBacksAside')}>
        {t('callBacks')}
      </SectionHeading>
      {lines.length === 0 ? (
        <div className="mt-3">
          <EmptyState title={t('callBacksEmpty')} />
        </div>
      ) : (
        <ul className="mt-1">
          {lines.map((line) => (
            <li key={line.caseCode} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2.5">
              <time dateTime={new Date(line.at).toISOString()} className="font-semibold">
                {format.dateTime(new Date(line.at), 'zoned', { timeZone: line.zone })}
              </time>
              {line.opens ? <CaseLink code={line.caseCode} /> : <CaseCode code={line.caseCode} />}
              <span className="min-w-0 flex-1 basis-40 text-xs text-ink-2">
                {line.promised && <strong className="font-semibold text-ink">{t('youPromised')} · </strong>}
                {line.locale !== null && <>{languageName(line.locale, locale)} · </>}
                {t('registeredOnly')}
              </span>
              {line.callable && (
                <Button
                  aria-label={t('callBackAbout', { code: formatCaseCode(line.caseCode) })}
                  onClick={() => setCalling(line.caseCode)}
                >
                  {dial('open')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {calling !== null && (
        <CallBackDialog
          caseCode={calling}
          actions={actions}
          onClose={() => setCalling(null)}
          onNoted={(said) => {
            setCalling(null)
            say('good', said)
            refresh()
          }}
          onBegun={refresh}
        />
      )}
    </section>
  )
}
