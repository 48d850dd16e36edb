import { getTranslations } from 'next-intl/server'
import { Skeleton } from '#components/ui/skeleton.tsx'

export default async function Loading() {
  const t = await getTranslations('ui')
  return (
    <div role="status" className="gutter grid gap-6 py-8">
      <span className="sr-only">{t('loading')}</span>
      <div className="grid gap-3">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-8 w-[min(36rem,90%)]" />
        <Skeleton className="h-4 w-[min(28rem,70%)]" />
      </div>
      <div className="grid gap-3 border-t border-line pt-6">
        {[0, 1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-10 w-full" />
        ))}
      </div>
    </div>
  )
}
