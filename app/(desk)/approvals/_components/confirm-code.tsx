'use client'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { formatCaseCode } from '#domain/request/case-code.ts'
import { TextField } from '#components/ui/text-field.tsx'

/** The last five characters of the case code, typed, so that nothing irreversible happens by accident. */
export function ConfirmCode({
  caseCode, error, ...input
}: { caseCode: string; error: string | undefined } & Omit<ComponentProps<'input'>, 'id' | 'children'>) {
  const t = useTranslations('approvals')
  return (
    <TextField
      label={t('confirm')}
      hint={t('confirmHint', { code: formatCaseCode(caseCode) })}
      mono
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={9}
      error={error}
      {...input}
    />
  )
}
