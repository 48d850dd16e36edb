'use client'
import { useTranslations } from 'next-intl'
import type { VerifiedPersonView } from '#usecases/views/desk.ts'
import type { ToldCode } from '#usecases/views/request-words.ts'
import { QuietKey } from '#components/data/quiet-key.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'

/** What the caller said; `in_writing`: they would rather read it first. */
export type SaidCode = ToldCode | 'in_writing'

/** What is sent of it: what is to be written counts as understood once there was time to read it. */
export const toldAs = (said: SaidCode): { result: ToldCode; inWriting: boolean } =>
  said === 'in_writing' ? { result: 'understood', inWriting: true } : { result: said, inWriting: false }

/**
 * What the caller said when they were told: never chosen for them. The quiet key parks the case for a call-back
 * and looks submitted, for a caller whom somebody else is steering.
 */
export function ToldChoice({
  told, writing, onTell, onQuiet, pending,
}: {
  told: SaidCode | null
  /** Where they can read it instead; null where it can not be written, or must not be. */
  writing: VerifiedPersonView['writing']
  onTell: (told: SaidCode) => void
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
        onChange={(event) => onTell(event.target.value as SaidCode)}
        options={[
          { value: 'understood', label: t('told_understood') },
          { value: 'objects', label: t('told_objects'), hint: t('told_objects_hint') },
          ...(writing === null
            ? []
            : [{ value: 'in_writing' as const, label: t('told_in_writing'), hint: t('told_in_writing_hint', writing) }]),
          { value: 'not_told', label: t('told_not_told'), hint: t('told_not_told_hint') },
        ]}
      />
      <QuietKey onQuiet={onQuiet} pending={pending} />
    </div>
  )
}
