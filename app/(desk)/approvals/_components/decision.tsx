'use client'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { DecisionView } from '#usecases/views/approvals.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { DueWhy } from '#components/data/due-why.tsx'
import { PlanTable } from '#components/data/plan-table.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Callout } from '#components/ui/callout.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'
import { CallerWords } from './caller-words.tsx'
import { ConsentHistories } from './consent-histories.tsx'
import { DecideBar } from './decide-bar.tsx'
import { Facts } from './facts.tsx'
import { Finding } from './finding.tsx'

const DecisionWatch = dynamic(() => import('./decision-watch.tsx').then((watch) => watch.DecisionWatch), { ssr: false })

/** One case to decide, on one page: what is asked, who asked, what it does, what is odd; then the decision. */
export function Decision({
  decision, now, actions,
}: {
  decision: DecisionView
  now: number
  actions: ApprovalsActions
}) {
  const t = useTranslations('approvals')
  const { say, word, called } = useWords()
  const { plan } = decision
  const service = decision.service === null ? null : called(decision.service.name)
  const head =
    decision.kind === 'deletion'
      ? service === null ? t('head.deletion_account') : t('head.deletion_service', { service })
      : t(`head.${decision.kind}`, { service: service ?? '' })
  return (
    <div className="flex min-h-screen flex-col">
      <div className="gutter flex-1 py-7">
        <PageHeading
          above={
            <>
              <CaseCode code={decision.caseCode} />
              <Tag tone="info" plain>{word('kind', decision.kind)}</Tag>
              <Tag>{word('law', decision.due.law)}</Tag>
            </>
          }
          below={
            <>
              {t('opened', { opened: decision.openedAt, due: decision.due.dueAt, decideBy: decision.decideBy })} ·{' '}
              <DueWhy due={decision.due} />
            </>
          }
        >
          {head} {plan !== null && t('rows', { delete: plan.totals.delete, mask: plan.totals.mask, keep: plan.totals.keep })}
        </PageHeading>
        <DecisionWatch decision={decision} />

        {decision.finding !== null && <Finding decision={decision} finding={decision.finding} actions={actions} />}
        <Facts decision={decision} />

        {decision.changes.length > 0 && (
          <section className="mb-7 grid gap-2">
            <SectionHeading>{t('differs')}</SectionHeading>
            {decision.changes.map((change, index) => (
              <Callout key={index} tone="warn">
                {say('change', change)}
              </Callout>
            ))}
          </section>
        )}

        {(decision.words !== null || decision.wordsLocked) && <CallerWords decision={decision} open={actions.open} />}
        {decision.histories.length > 0 && <ConsentHistories histories={decision.histories} now={now} />}

        <section>
          <SectionHeading aside={plan === null ? undefined : t('checked', { at: plan.checkedAt })}>
            {t('whatWillHappen')}
          </SectionHeading>
          <div className="mt-1.5">{plan === null ? <EmptyState title={t('noPlan')} /> : <PlanTable plan={plan} />}</div>
        </section>

        <section className="mt-7 grid justify-items-start gap-2">
          <SectionHeading>{t('worthALook')}</SectionHeading>
          {decision.risks.map((risk, index) => (
            <Callout key={index} tone={risk.tone}>
              {say('risk', risk)}
            </Callout>
          ))}
          {plan !== null && (
            <Callout tone="neutral">
              {plan.mark.mark === 'yes' ? t('markYes') : t('markNo', { reason: say('mark', { key: plan.mark.reason }) })}
            </Callout>
          )}
        </section>
      </div>
      {decision.finding === null && <DecideBar decision={decision} actions={actions} />}
    </div>
  )
}
