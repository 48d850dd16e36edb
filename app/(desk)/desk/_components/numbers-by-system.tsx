'use client'
import { useTranslations } from 'next-intl'
import type { PlanSystemView, PlanView } from '#usecases/views/plan.ts'
import { PlanLines } from '#components/data/plan-lines.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Bar } from '#components/ui/bar.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** What will happen in every system, in rows, and why anything stays; what a silent one would do is not known. */
export function NumbersBySystem({ plan, unanswered }: { plan: PlanView; unanswered: readonly string[] }) {
  const t = useTranslations('desk.numbers')
  return (
    <ul aria-label={t('bySystem')} className="grid grid-cols-1 border-b border-line">
      {plan.systems.map((system) => (
        <SystemNumbers key={system.system} system={system} />
      ))}
      {unanswered.map((name) => (
        <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-2.5">
          <strong>{name}</strong>
          <span className="text-sm text-warn">{t('noAnswer')}</span>
        </li>
      ))}
      {plan.systems.length + unanswered.length === 0 && <li className="border-t border-line py-2.5">{t('noSystem')}</li>}
    </ul>
  )
}

function SystemNumbers({ system }: { system: PlanSystemView }) {
  const t = useTranslations('plan')
  const { say, word } = useWords()
  return (
    <li className="grid grid-cols-1 gap-1.5 border-t border-line py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <strong>{system.name}</strong>
          <span className="text-xs text-ink-2">
            {word('systemKind', system.kind)} · {word('systemRole', system.role)}
          </span>
        </span>
        <span className="text-sm tabular-nums">
          {t('bar', { delete: system.delete, mask: system.mask, keep: system.keep })}
        </span>
      </div>
      {/* The numbers stand beside it. */}
      <span aria-hidden="true">
        <Bar
          total={system.found}
          parts={[{ value: system.delete, strength: 'full' }, { value: system.mask, strength: 'half' }]}
          label=""
        />
      </span>
      {system.reasons.map((reason, index) => (
        <p key={index} className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-2">
          {reason.shared && <Tag tone="warn">{t('shared')}</Tag>}
          <span>
            {say('keep', reason)}
            {reason.until !== null && <> · {t('until', { until: reason.until })}</>}
          </span>
        </p>
      ))}
      {system.problems.map((problem, index) => (
        <p key={index} className="text-xs font-medium text-bad">{say('planProblem', problem)}</p>
      ))}
      <PlanLines system={system} />
    </li>
  )
}

/** The shape of what is coming while the systems are asked. */
export function NumbersSkeleton() {
  const t = useTranslations('desk.numbers')
  return (
    <div className="grid gap-4">
      <p role="status" className="text-sm text-ink-2">{t('asking')}</p>
      {[0, 1].map((row) => (
        <div key={row} className="grid gap-2 border-t border-line py-2.5">
          <div className="flex justify-between gap-4">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 w-48" />
          </div>
          <Skeleton className="h-1.5 w-full" />
        </div>
      ))}
    </div>
  )
}
