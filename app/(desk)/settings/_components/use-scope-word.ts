'use client'
import { useTranslations } from 'next-intl'
import { anyMessage } from '#components/i18n/any-message.ts'

/** What a scope lets a client do, in words. Message keys take no dots: `subjects.write` is `subjects_write`. */
export function useScopeWord(): (scope: string) => string {
  const t = useTranslations('settings.scope')
  return (scope) => anyMessage(t, scope.replaceAll('.', '_')) ?? scope
}
