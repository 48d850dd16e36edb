import { getTranslations } from 'next-intl/server'
import { SignInForm } from './_components/sign-in-form.tsx'

export default async function SignInPage() {
  const t = await getTranslations('auth')
  return (
    <div className="grid w-full max-w-[380px] gap-6">
      <div className="grid gap-2">
        <p className="text-lg font-[650] tracking-[-0.01em]">Rightsdesk</p>
        <h1 className="text-2xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
        <p className="text-ink-2">{t('lead')}</p>
      </div>
      <SignInForm />
      <p className="border-t border-line pt-4 text-xs text-ink-2">
        {t('forgot')} {t('written')}
      </p>
    </div>
  )
}
