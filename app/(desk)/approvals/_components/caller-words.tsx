'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { DecisionView } from '#usecases/views/approvals.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'

/** What the caller said, as it was typed; where this reader came by the address alone, the way to open the case. */
export function CallerWords({ decision, open }: { decision: DecisionView; open: ApprovalsActions['open'] }) {
  const t = useTranslations('approvals')
  const router = useRouter()
  const opening = useAction(open, { onDone: () => router.refresh() })
  return (
    <section className="mb-7">
      <SectionHeading>{t(decision.words === null ? 'sealed' : 'words')}</SectionHeading>
      {decision.words === null ? (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button pending={opening.pending} onClick={() => void opening.run({ caseCode: decision.caseCode })}>
            {t('wordsOpen')}
          </Button>
          <span className="text-sm text-ink-2">{t('wordsLocked')}</span>
        </div>
      ) : (
        <blockquote className="mt-2 max-w-[74ch] border-l-2 border-line-strong pl-3.5 text-lg whitespace-pre-line">
          {decision.words}
        </blockquote>
      )}
    </section>
  )
}
