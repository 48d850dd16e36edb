'use client'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { formatCaseCode } from '#domain/request/case-code.ts'
import { CodeField } from '#components/ui/code-field.tsx'

/** The last five characters of the case code, typed, so that nothing irreversible happens by accident. */
export function ConfirmCode({
  caseCode, error, ...input
}: { caseCode: string; error: string | undefined } & Omit<ComponentProps<'input'>, 'id' | 'children'>) {
  const t = useTranslations('approvals')
  return (
    <CodeField
      label={t('confirm')}
      hint={t('confirmHint', { code: formatCaseCode(caseCode) })}
      maxLength={9}
      error={error}
      {...input}
    />
  )
}
