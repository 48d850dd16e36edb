'use client'
import { useTranslations } from 'next-intl'
import type { PlanSystemView } from '#usecases/views/plan.ts'

/** The effective lines of one system, as hashed: which collection, which field, what is done to it. */
export function PlanLines({ system }: { system: PlanSystemView }) {
  const t = useTranslations('plan')
  if (system.collections.length === 0) return null
  return (
    <details className="mt-1">
      <summary className="min-h-6 text-xs text-accent">{t('lines', { count: system.collections.length })}</summary>
      <dl className="mt-1 grid gap-2 border-l-2 border-line pl-3">
        {system.collections.map((collection) => (
          <div key={collection.collection}>
            <dt className="font-mono text-xs">
              {collection.collection}
              <span className="ml-2 font-sans text-ink-2">
                {t('bar', { delete: collection.delete, mask: collection.mask, keep: collection.keep })}
              </span>
            </dt>
            {collection.lines.map((line, index) => (
              <dd key={index} className="text-xs text-ink-2">
                <span className="font-mono">{line.field ?? '*'}</span> {t(`action_${line.action}`)}
                {line.how !== null && ` · ${line.how}`}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  )
}
