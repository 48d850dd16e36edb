'use client'
import { useTranslations } from 'next-intl'
import type { ActionProblem } from '#usecases/action-result.ts'
import { anyMessage } from '#components/i18n/any-message.ts'

/** Turns problems and fault codes into sentences of the reader's language; an unknown code falls back to its kind. */
export function useProblemText() {
  const t = useTranslations('errors')
  return {
    problem: (problem: ActionProblem): string =>
      (problem.message !== undefined ? anyMessage(t, problem.message, problem.params) : null) ??
      t(`code.${problem.code}`),
    fault: (code: string): string => anyMessage(t, `field.${code}`) ?? t('field.invalid'),
  }
}
