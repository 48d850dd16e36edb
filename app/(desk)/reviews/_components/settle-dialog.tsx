'use client'
import { useTranslations } from 'next-intl'
import type { WorkItemView } from '#usecases/views/reviews.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { ReviewsActions } from './reviews-actions.ts'

/** Why something needs nobody any more; none is chosen for anyone. */
export function SettleDialog({
  item, settle, onClose, onDone,
}: {
  item: WorkItemView
  settle: ReviewsActions['settleItem']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('reviews')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/reviews-inputs.ts')).resolveWorkItemInput,
    defaultValues: { id: item.id },
    action: settle,
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('items.settleTitle')} text={t('items.settleText')}
      act={t('items.settleDo')} onClose={onClose}
    >
      <RadioGroup
        legend={t('items.reason')}
        options={item.reasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        {...field('reason')}
      />
    </CommandDialog>
  )
}
