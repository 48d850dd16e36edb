'use client'
import { signOut } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useAction } from '#components/form/use-action.ts'
import { endEverySession } from './session-actions.ts'

/** For somebody who left a screen open elsewhere: ends every session of this log-in, this one with them. */
export function SignOutEverywhere() {
  const t = useTranslations('shell')
  const end = useAction(endEverySession, { onDone: () => void signOut({ callbackUrl: '/sign-in' }) })
  return (
    <button type="button" className="link min-h-6 justify-self-start" onClick={() => void end.run({})}>
      {t('signOutEverywhere')}
    </button>
  )
}
