'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { MaskedFieldView, MaskedPersonView, RevealedValue, RevealReason } from '#usecases/views/person.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { FieldRow } from '#components/ui/field-row.tsx'
import { cx } from '#components/ui/cx.ts'
import { Moment } from './moment.tsx'
import { useReveal } from './reveal.tsx'

type Reveal = (input: {
  fieldId: string
  field: MaskedFieldView['field']
  reason: RevealReason
}) => Promise<ActionResult<RevealedValue>>

/** Who it is, masked, field by field; each can be revealed where that is allowed. */
export function MaskedPerson({ person, reveal }: { person: MaskedPersonView; reveal: Reveal | null }) {
  const t = useTranslations('person')
  return (
    <dl>
      {person.fields.map((field) =>
        reveal !== null && field.revealable ? (
          <RevealableField key={field.fieldId} field={field} reveal={reveal} />
        ) : (
          <PlainField key={field.fieldId} field={field} />
        ),
      )}
      {person.customerSince !== null && (
        <FieldRow label={t('since')}>
          <Moment at={person.customerSince} format="day" />
        </FieldRow>
      )}
    </dl>
  )
}

function PlainField({ field }: { field: MaskedFieldView }) {
  const { word } = useWords()
  return (
    <FieldRow label={word('field', field.field)}>
      <FieldValue field={field}>{field.masked}</FieldValue>
    </FieldRow>
  )
}

function RevealableField({ field, reveal }: { field: MaskedFieldView; reveal: Reveal }) {
  const t = useTranslations('person')
  const { word } = useWords()
  const { shown, hide, ask, dialog } = useReveal(field, reveal)
  return (
    <FieldRow
      label={word('field', field.field)}
      action={
        <button
          type="button"
          className="link min-h-6 px-1 text-xs"
          aria-label={shown === null ? t('revealField', { field: word('field', field.field) }) : t('hide')}
          onClick={shown === null ? ask : hide}
        >
          {shown === null ? t('reveal') : t('hide')}
        </button>
      }
    >
      <FieldValue field={field}>{shown?.value ?? field.masked}</FieldValue>
      {shown !== null && (
        <span className="block text-xs font-normal text-warn">
          {t('shownFor')} <span className="tabular-nums">{shown.seconds} s</span>
        </span>
      )}
      {dialog}
    </FieldRow>
  )
}

function FieldValue({ field, children }: { field: MaskedFieldView; children: string }) {
  return <span className={cx('break-words', field.field !== 'name' && 'font-mono text-sm')}>{children}</span>
}
