'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { IntakeView, TakenIn } from '#usecases/views/intake.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import type { IntakeActions } from './intake-actions.ts'
import { IntakeForm } from './intake-form.tsx'
import { TakenInCard } from './taken-in-card.tsx'

/** Letters, branch visits and e-mails: what came, from whom, what it asks for; then the case that it became. */
export function IntakeScreen({ view, actions }: { view: IntakeView; actions: IntakeActions }) {
  const t = useTranslations('intake')
  const [taken, setTaken] = useState<TakenIn | null>(null)
  const [round, setRound] = useState(0)
  return (
    <div className="gutter grid max-w-3xl grid-cols-1 gap-6 py-8">
      <PageHeading below={t('below')}>{taken === null ? t('title') : t('takenTitle')}</PageHeading>
      {taken === null ? (
        <IntakeForm key={round} view={view} actions={actions} onDone={setTaken} />
      ) : (
        <TakenInCard
          taken={taken}
          actions={actions}
          onNext={() => {
            setTaken(null)
            setRound(round + 1)
          }}
        />
      )}
    </div>
  )
}
