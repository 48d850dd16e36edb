import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#components/ui/link-button.tsx'

export default async function NotFound() {
  const t = await getTranslations('trouble.notFound')
  return (
    <main className="grid min-h-[70vh] place-items-center px-6 py-16">
      <div className="grid max-w-[60ch] gap-3">
        <h1 className="text-2xl font-semibold tracking-[-0.01em] text-balance">{t('title')}</h1>
        <p className="text-ink-2">{t('text')}</p>
        <div className="mt-2">
          <LinkButton href="/">{t('home')}</LinkButton>
        </div>
      </div>
    </main>
  )
}
