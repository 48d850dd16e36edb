'use client'
import { useTranslations } from 'next-intl'
import type { ToldCode } from '#usecases/views/request-words.ts'
import { QuietKey } from '#components/data/quiet-key.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'

/**
 * What the caller said when they were told: never chosen for them. The quiet key parks the case for a call-back
 * and looks submitted, for a caller whom somebody else is steering.
 */
export function ToldChoice({
  told, onTell, onQuiet, pending,
}: {
  told: ToldCode | null
  onTell: (told: ToldCode) => void
  onQuiet: () => void
  pending: boolean
}) {
  const t = useTranslations('desk.now')
  return (
    <div className="grid gap-1.5">
      <RadioGroup
        legend={t('told')}
        hint={t('toldHint')}
        name="told"
        value={told}
        onChange={(event) => onTell(event.target.value as ToldCode)}
        options={[
          { value: 'understood', label: t('told_understood') },
          { value: 'objects', label: t('told_objects'), hint: t('told_objects_hint') },
          { value: 'not_told', label: t('told_not_told'), hint: t('told_not_told_hint') },
        ]}
      />
      <QuietKey onQuiet={onQuiet} pending={pending} />
    </div>
  )
}
