'use client'
import { useTranslations } from 'next-intl'
import type { ActionProblem } from '#usecases/action-result.ts'
import { useProblemText } from './use-problem-text.ts'

/**
 * A problem as its sentence. When the session has ended the way back in stands beside it, in another tab: what was
 * typed here stays, and counts once it is sent again.
 */
export function ProblemText({ problem }: { problem: ActionProblem }) {
  const t = useTranslations('errors')
  const text = useProblemText()
  return (
    <>
      {text.problem(problem)}
      {problem.code === 'session_ended' && (
        <>
          {' '}
          <a href="/sign-in" target="_blank" rel="noopener" className="link">
            {t('signInAgain')}
          </a>
        </>
      )}
    </>
  )
}
