'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { SystemLineView } from '#usecases/views/settings.ts'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Tag } from '#components/ui/tag.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { SystemCheck } from './system-check.tsx'
import type { SystemActions } from './system-list.tsx'

/** One system: what it is, and whether an erasure there would work. */
export function SystemCard({ system, check }: { system: SystemLineView; check: SystemActions['checkSystem'] }) {
  const t = useTranslations('settings.systems')
  const { word } = useWords()
  const router = useRouter()
  const checking = useAction(check, {
    onDone: (found) => {
      if (found.ok) toast('good', t('checkedWell', { name: system.name }))
      else toast('warn', t('checkedBadly', { name: system.name, count: found.problems.length }))
      router.refresh()
    },
  })
  const ours = system.kind === 'rightsdesk'
  const facts = ours
    ? [t('ours')]
    : [word('systemKind', system.kind), word('systemRole', system.role), system.where]
  return (
    <section aria-label={system.name} className="rounded border border-line bg-surface px-4.5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className={cx('font-semibold', ours && 'first-letter:uppercase')}>{ours ? word('systemKind', system.kind) : system.name}</h2>
          <p className="text-xs break-words text-ink-2">{facts.join(' · ')}</p>
          {!ours && (
            <p className="text-xs break-words text-ink-2">
              {t('described', { datasets: system.datasets.join(', '), version: system.policyVersion ?? '' })}
            </p>
          )}
        </div>
        {!ours && (
          <div className="flex flex-wrap items-center gap-3">
            <CheckTag system={system} />
            <Button pending={checking.pending} onClick={() => void checking.run({ name: system.name })}>
              {checking.pending ? t('checking') : t('checkDo')}
              <span className="sr-only">{system.name}</span>
            </Button>
          </div>
        )}
      </div>
      {system.lastCheck !== null && <SystemCheck check={system.lastCheck} />}
    </section>
  )
}

function CheckTag({ system: { lastCheck } }: { system: SystemLineView }) {
  const t = useTranslations('settings.systems')
  if (lastCheck === null) return <Tag tone="warn">{t('notChecked')}</Tag>
  return lastCheck.ok ? (
    <Tag tone="good">{t('ok', { at: lastCheck.at })}</Tag>
  ) : (
    <Tag tone="bad">{t('bad', { count: lastCheck.problems.length, at: lastCheck.at })}</Tag>
  )
}
