'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { AttentionItem } from './attention-item.tsx'
import type { CaseActions } from './case-actions.ts'

/** What needs a person, and the ways out. */
export function Attention({ view, actions }: { view: CaseView; actions: CaseActions }) {
  const t = useTranslations('cases.attention')
  const router = useRouter()
  const onDone = (said: string) => {
    toast('info', said)
    router.refresh()
  }
  const retry = useAction(actions.retry, { onDone: () => onDone(t('retrySay')) })
  const lock = view.actions.retry
  const run = () => void retry.run({ caseCode: view.caseCode, version: view.version })
  useShortcut('r', t('retry'), run, lock === null)
  return (
    <section className="rounded border border-line bg-surface px-4.5 py-4">
      <SectionHeading>{t('title')}</SectionHeading>
      <ul className="mt-1.5 grid gap-3">
        {view.attention.map((item) => (
          <AttentionItem
            key={item.system}
            view={view}
            item={item}
            human={view.reader}
            actions={actions}
            onDone={onDone}
          />
        ))}
      </ul>
      {lock !== undefined && (
        <div className="mt-3.5 flex flex-wrap items-center gap-3">
          <Button look="primary" hint="r" disabled={lock !== null} pending={retry.pending} onClick={run}>
            {t('retry')}
          </Button>
          {lock !== null && <LockNote lock={lock} />}
        </div>
      )}
    </section>
  )
}
