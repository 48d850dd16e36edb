'use client'
import { useTranslations } from 'next-intl'
import type { ChoiceView } from '#usecases/views/desk.ts'

/** What a choice is called: "Delete the data of Credit scoring". */
export function useChoiceTitle() {
  const t = useTranslations('desk.now')
  return (choice: ChoiceView): string => {
    const names = { service: choice.service?.name ?? '', purpose: choice.purpose?.title ?? '' }
    if (choice.kind === 'deletion') {
      return choice.service === null ? t('deletion_account') : t('deletion_service', names)
    }
    return t(choice.kind, names)
  }
}
