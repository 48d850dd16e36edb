'use client'
import { useTranslations } from 'next-intl'
import type { ChoiceView } from '#usecases/views/desk.ts'
import { useNames } from '#components/i18n/names.tsx'

/** What a choice is called: "Delete the data of Credit scoring". */
export function useChoiceTitle() {
  const t = useTranslations('desk.now')
  const called = useNames()
  return (choice: ChoiceView): string => {
    const names = { service: called(choice.service?.name ?? ''), purpose: called(choice.purpose?.title ?? '') }
    if (choice.kind === 'deletion') {
      return choice.service === null ? t('deletion_account') : t('deletion_service', names)
    }
    if (choice.kind === 'access' && choice.service === null) return t('access_account')
    return t(choice.kind, names)
  }
}
