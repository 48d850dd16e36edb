import { getTranslations } from 'next-intl/server'

/** For every link that leads nowhere, whatever the reason. */
export default async function NothingToAnswer() {
  const t = await getTranslations('confirm.nothing')
  return (
    <main className="grid gap-3">
      <h1 className="text-2xl font-semibold tracking-[-0.01em] text-balance">{t('title')}</h1>
      <p className="text-ink-2">{t('text')}</p>
    </main>
  )
}
