'use client'
import { useTranslations } from 'next-intl'
import type { PartnersView } from '#usecases/views/partners.ts'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { LateSystem } from './late-system.tsx'
import type { PartnersActions } from './partners-actions.ts'

/** Systems that make cases late, with the cases behind each and the letter to whoever runs it. */
export function PartnersScreen({ view, actions }: { view: PartnersView; actions: PartnersActions }) {
  const t = useTranslations('partners')
  useLookAgain(true, 20_000)
  const cases = new Set(view.systems.flatMap((system) => system.cases.map(({ caseCode }) => caseCode))).size
  return (
    <div className="gutter grid max-w-[1100px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('below', view.rule)}>{t('title', { systems: view.systems.length, cases })}</PageHeading>
      {view.systems.length === 0 && <EmptyState title={t('empty')}>{t('emptyText', { others: view.others })}</EmptyState>}
      {view.systems.map((system) => (
        <LateSystem key={system.system} system={system} now={view.now} actions={actions} />
      ))}
      {view.systems.length > 0 && view.others > 0 && <p className="text-ink-2">{t('others', { others: view.others })}</p>}
    </div>
  )
}
