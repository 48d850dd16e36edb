'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { MaskedFieldView, RevealedValue, RevealReason } from '#usecases/views/person.ts'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'

export const revealReasonList: readonly RevealReason[] = [
  'read_back', 'confirm_spelling', 'call_back', 'compare_document', 'tell_people_apart',
]

/**
 * Asks for one reason, then shows one field in the clear until its time is over. The value lives in this
 * component's memory alone and is gone when it is hidden.
 */
export function useReveal(
  field: MaskedFieldView,
  reveal: (input: { fieldId: string; field: MaskedFieldView['field']; reason: RevealReason }) => Promise<ActionResult<RevealedValue>>,
) {
  const [shown, setShown] = useState<{ value: string; seconds: number } | null>(null)
  const [asking, setAsking] = useState(false)
  const action = useAction(reveal, {
    onDone: ({ value }) => {
      setAsking(false)
      setShown({ value, seconds: 30 })
    },
  })
  useEffect(() => {
    if (shown === null) return undefined
    const timer = setTimeout(() => setShown(shown.seconds > 1 ? { ...shown, seconds: shown.seconds - 1 } : null), 1000)
    return () => clearTimeout(timer)
  }, [shown])
  return {
    shown,
    hide: () => setShown(null),
    ask: () => setAsking(true),
    dialog: (
      <RevealDialog
        field={field}
        open={asking}
        pending={action.pending}
        onOpenChange={setAsking}
        onReason={(reason) => void action.run({ fieldId: field.fieldId, field: field.field, reason })}
      />
    ),
  }
}

function RevealDialog({
  field, open, pending, onOpenChange, onReason,
}: {
  field: MaskedFieldView
  open: boolean
  pending: boolean
  onOpenChange: (open: boolean) => void
  onReason: (reason: RevealReason) => void
}) {
  const t = useTranslations('person')
  const common = useTranslations('common')
  const { word } = useWords()
  const [reason, setReason] = useState<RevealReason | null>(null)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('revealTitle')} description={t('revealText')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason !== null) onReason(reason)
        }}
      >
        <p className="mb-3 font-medium">
          {word('field', field.field)} <span className="mono ml-1">{field.masked}</span>
        </p>
        <RadioGroup
          legend={t('revealReason')}
          name="reason"
          value={reason}
          onChange={(event) => setReason(event.target.value as RevealReason)}
          options={revealReasonList.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending} disabled={reason === null}>
            {t('revealDo')}
          </Button>
          <Button onClick={() => onOpenChange(false)}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
