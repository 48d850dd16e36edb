'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { Bar } from '#components/ui/bar.tsx'

/** How far the work is, in numbers: systems that are done, rows that are gone, systems that were asked again. */
export function CaseProgress({ view }: { view: CaseView }) {
  const t = useTranslations('cases.progress')
  const total = view.systems.length
  const erased = view.systems.filter(({ state }) => ['asking_again', 'clean', 'informed', 'by_hand'].includes(state)).length
  const again = view.systems.filter(({ recheck }) => recheck !== null).length
  const rows = view.systems.reduce((n, { gone, masked }) => n + gone + masked, 0)
  const planned = view.systems.reduce((n, system) => n + system.planned, 0)
  const asked = t('again', { again, total })
  const done = t('rows', { rows, planned })
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2 tabular-nums">
      <span className="flex items-center gap-2">
        <Bar parts={[{ value: rows, strength: 'full' }]} total={planned} label={done} />
        <span aria-hidden="true">{done}</span>
      </span>
      <span>{t('systems', { erased, total })}</span>
      <span>{asked}</span>
    </p>
  )
}
