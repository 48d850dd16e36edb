import { getTranslations } from 'next-intl/server'
import { Callout } from '#components/ui/callout.tsx'
import { wayBack } from '#server/next/way-back.ts'
import { SignInForm } from './_components/sign-in-form.tsx'

/** What it was asked with: `?ended` where a session was, and is no more, with the page at which it ended. */
interface SignInProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const t = await getTranslations('auth')
  const { ended } = await searchParams
  return (
    <div className="grid w-full max-w-[380px] gap-6">
      <div className="grid gap-2">
        <p className="text-lg font-[650] tracking-[-0.01em]">Rightsdesk</p>
        <h1 className="text-2xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
        <p className="text-ink-2">{t('lead')}</p>
      </div>
      {ended !== undefined && <Callout tone="info">{t('ended')}</Callout>}
      <SignInForm back={wayBack(ended)} />
      <p className="border-t border-line pt-4 text-xs text-ink-2">
        {t('forgot')} {t('written')}
      </p>
    </div>
  )
}
