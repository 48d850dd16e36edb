'use client'
import { signOut } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'

/** Ends this session; the whole page is loaded anew, so that nothing rendered stays in memory. */
export function SignOutForm() {
  const t = useTranslations('shell')
  return (
    <Button look="quiet" onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
      {t('signOut')}
    </Button>
  )
}
