'use client'
import { useTranslations } from 'next-intl'
import { anyMessage } from '#components/i18n/any-message.ts'

/** The sentence of an audit code. A code without one shows as it is: the log hides nothing. */
export function useAuditText() {
  const t = useTranslations('audit')
  return (what: string, params: Record<string, string | number> = {}): string => anyMessage(t, what, params) ?? what
}
