'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { CheckSystemInput, SystemCheckView, SystemLineView, SystemListView } from '#usecases/views/settings.ts'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { say as toast } from '#components/ui/toast.tsx'

export interface SystemActions {
  checkSystem: (input: CheckSystemInput) => Promise<ActionResult<unknown>>
}

/** The connected systems, each with what an erasure would do to an invented person. */
export function SystemList({ view, actions }: { view: SystemListView; actions: SystemActions }) {
  const t = useTranslations('settings.systems')
  return (
    <div className="gutter grid max-w-[980px] grid-cols-1 gap-6 py-8">
      <PageHeading below={t('text')}>{t('title', { count: view.systems.length })}</PageHeading>
      {view.systems.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {view.systems.map((system) => (
        <System key={system.name} system={system} actions={actions} />
      ))}
    </div>
  )
}

function System({ system, actions }: { system: SystemLineView; actions: SystemActions }) {
  const t = useTranslations('settings.systems')
  const { word } = useWords()
  const router = useRouter()
  const check = useAction(actions.checkSystem, {
    onDone: () => {
      toast('info', t('checkedSay'))
      router.refresh()
    },
  })
  const { lastCheck } = system
  return (
    <section aria-label={system.name} className="rounded border border-line bg-surface px-4.5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="font-semibold">{system.name}</h2>
          <p className="text-xs text-ink-2">
            {word('systemKind', system.kind)} · {word('systemRole', system.role)} ·{' '}
            <span className="font-mono">{system.where}</span>
          </p>
          <p className="text-xs text-ink-2">
            {t('dataset')}: {system.datasets.join(', ') || '–'} · {t('policy')}: {system.policyVersion ?? '–'}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {lastCheck === null ? (
            <Tag tone="warn">{t('notChecked')}</Tag>
          ) : lastCheck.ok ? (
            <Tag tone="good">{t('ok', { at: lastCheck.at })}</Tag>
          ) : (
            <Tag tone="bad">{t('bad', { count: lastCheck.problems.length, at: lastCheck.at })}</Tag>
          )}
          <Button pending={check.pending} onClick={() => void check.run({ name: system.name })}>
            {t('checkDo')}
          </Button>
        </div>
      </div>
      {lastCheck !== null && <Check check={lastCheck} />}
    </section>
  )
}

function Check({ check }: { check: SystemCheckView }) {
  const t = useTranslations('settings.systems')
  const { say } = useWords()
  return (
    <div className="mt-3 grid gap-3">
      {check.problems.length > 0 && (
        <div>
          <h3 className="text-xs font-semibold text-bad">{t('problems')}</h3>
          <ul className="mt-1 grid list-disc gap-0.5 pl-4 text-sm">
            {check.problems.map((problem, index) => (
              <li key={index}>{say('planProblem', problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {check.rows.length > 0 && (
        <details>
          <summary className="min-h-6 text-xs font-medium text-accent">{t('would')}</summary>
          <ul className="mt-1 grid gap-0.5 font-mono text-xs text-ink-2">
            {check.rows.map((row) => (
              <li key={row.collection}>{t('row', row)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
