'use client'
import { useTranslations } from 'next-intl'
import type { ChoiceView } from '#usecases/views/desk.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { ChoiceEffects } from './choice-effects.tsx'
import { useChoiceTitle } from './choice-title.ts'

/** "What do I lose?": what this person can choose now, side by side, to be read aloud; nothing that is locked. */
export function CompareDialog({
  open, onOpenChange, choices,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  choices: readonly ChoiceView[]
}) {
  const t = useTranslations('desk.now')
  const title = useChoiceTitle()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('compareTitle')} description={t('compareText')} wide>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {choices.filter((choice) => choice.lock === null).map((choice) => (
          <section key={choice.choiceId} className="border-t border-line pt-3">
            <h3 className="font-semibold">{title(choice)}</h3>
            <ChoiceEffects choice={choice} className="mt-1.5 gap-1 text-sm" />
          </section>
        ))}
      </div>
    </Dialog>
  )
}
