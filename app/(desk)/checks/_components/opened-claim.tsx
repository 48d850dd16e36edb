'use client'
import { useTranslations } from 'next-intl'
import type { OpenedCheck } from '#usecases/views/checks.ts'
import { MaskedPerson } from '#components/data/masked-person.tsx'
import { FieldRow } from '#components/ui/field-row.tsx'

/** What there is to compare: the reference to look up, and the person as the desk knows them, masked. */
export function OpenedClaim({ opened }: { opened: OpenedCheck }) {
  const t = useTranslations('checks')
  return (
    <div className="grid gap-x-8 gap-y-2 border-t border-line pt-3 sm:grid-cols-2" role="status">
      <dl>
        <FieldRow label={t('reference')}>
          <span className="font-mono text-sm break-words">{opened.reference}</span>
        </FieldRow>
        <FieldRow label={t('contact')}>
          <span className="font-mono text-sm break-words">{opened.contact}</span>
        </FieldRow>
      </dl>
      <MaskedPerson person={opened.person} reveal={null} />
    </div>
  )
}
