'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { DueWhy } from '#components/data/due-why.tsx'
import { MaskedPerson } from '#components/data/masked-person.tsx'
import { PlanTable } from '#components/data/plan-table.tsx'
import { ToldWords } from '#components/data/told-words.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { usePulse } from '#components/shell/use-pulse.ts'
import { CaseFreshness } from '../../../_components/case-freshness.tsx'
import { WhoIsHere } from '../../../_components/who-is-here.tsx'
import { Attention } from './attention.tsx'
import type { CaseActions } from './case-actions.ts'
import { CaseDoings } from './case-doings.tsx'
import { CaseNews } from './case-news.tsx'
import { Certificate } from './certificate.tsx'
import { Copy } from './copy.tsx'
import { Dispute, DisputeAnswer } from './dispute.tsx'
import { History } from './history.tsx'
import { Holds } from './holds.tsx'
import { LinksSent } from './links-sent.tsx'
import { pauseWord } from './pause-word.ts'
import { Rejection } from './rejection.tsx'
import { ReturnedQuestion } from './returned-question.tsx'
import { SystemTable } from './system-table.tsx'
import { Turn } from './turn.tsx'
import { Undelivered } from './undelivered.tsx'
import { Waits } from './waits.tsx'

/** What has happened and what comes next, system by system, live while it runs; what needs a person on top. */
export function CaseScreen({ view, actions }: { view: CaseView; actions: CaseActions }) {
  const t = useTranslations('cases')
  const { say, word, called } = useWords()
  const pulse = usePulse(`/cases/${view.caseCode}/live`, {
    shown: view.stamp, of: ({ stamp }) => stamp, live: view.live, redraws: true,
  })
  return (
    <>
      <div className="gutter border-b border-line py-7">
        <CaseNews view={view} />
        <div>
          <PageHeading
            above={
              <>
                <CaseCode code={view.caseCode} />
                <Tag tone="info" plain>
                  {word('kind', view.kind)}
                  {view.service !== null && ` · ${called(view.service.name)}`}
                </Tag>
                {view.pauses.map((pause) => (
                  <Tag key={pause.kind} tone="warn">
                    {word('pause', pauseWord(pause.kind, view.turn))}
                  </Tag>
                ))}
                {view.attention.length > 0 && <Tag tone="warn">{t('attentionCount', { count: view.attention.length })}</Tag>}
              </>
            }
            aside={
              <p className="text-xs text-ink-2">
                {view.due === null ? (
                  t('noDue')
                ) : (
                  <>
                    {t('due', { at: view.due.dueAt })} · <DueWhy due={view.due} />
                  </>
                )}
              </p>
            }
            below={<Turn turn={view.turn} />}
          >
            {say('caseHead', view.head)}
          </PageHeading>
        </div>
        <div className="mt-2 grid gap-2">
          <WhoIsHere here={pulse.here} />
          <CaseFreshness pulse={pulse} about="case" />
        </div>
        <div className="mt-5">
          <Steps
            label={t('path.label')}
            steps={view.path.map((step) => ({
              key: step.step,
              title: t(`path.${step.step}`),
              note: step.note === null ? undefined : say('pathNote', step.note),
              status: step.status,
              statusWord: t(`status.${step.status}`),
            }))}
          />
        </div>
      </div>
      <div className="grid grid-cols-1 desk:grid-cols-[minmax(0,1fr)_340px]">
        <div className="gutter grid grid-cols-1 content-start gap-7 py-(--section-y)">
          {view.returned !== null && <ReturnedQuestion view={view} returned={view.returned} actions={actions} />}
          {view.rejection !== null && <Rejection rejection={view.rejection} />}
          {view.disputeAnswer !== null && <DisputeAnswer words={view.disputeAnswer} />}
          {view.dispute !== null && <Dispute view={view} dispute={view.dispute} actions={actions} />}
          {view.attention.length > 0 && <Attention view={view} actions={actions} />}
          {view.copy !== null && <Copy copy={view.copy} />}
          {(view.waits.length > 0 || (view.copy?.releasedAt ?? null) !== null) && <Waits view={view} />}
          {view.undelivered.length > 0 && <Undelivered messages={view.undelivered} />}
          {view.links.length > 0 && <LinksSent links={view.links} />}
          {view.systems.length > 0 && <SystemTable view={view} fresh={pulse.freshness.kind === 'fresh'} />}
          {view.systems.length === 0 && view.plan !== null && (
            <section>
              <SectionHeading>{t('systems.whatIsPlanned')}</SectionHeading>
              <PlanTable plan={view.plan} />
            </section>
          )}
          {view.certificate !== null && <Certificate certificate={view.certificate} />}
          <CaseDoings view={view} actions={actions} />
        </div>
        <aside className="gutter grid grid-cols-1 content-start gap-7 border-line py-(--section-y) max-desk:border-t desk:border-l">
          {view.person !== null && (
            <section aria-label={t('person')}>
              <SectionHeading>{t('person')}</SectionHeading>
              <MaskedPerson person={view.person} reveal={null} />
            </section>
          )}
          {view.told !== null && (
            <section aria-label={t('told')}>
              <SectionHeading>{t('told')}</SectionHeading>
              <ToldWords told={view.told} />
            </section>
          )}
          {view.holds.length + view.lifted.length > 0 && <Holds view={view} actions={actions} />}
          <History lines={view.history} />
        </aside>
      </div>
    </>
  )
}
