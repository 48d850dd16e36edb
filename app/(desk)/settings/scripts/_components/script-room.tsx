'use client'
import { useState } from 'react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { PublishScriptForm } from '#usecases/views/script-inputs.ts'
import type { ScriptRoomLine, ScriptRoomView } from '#usecases/views/scripts.ts'
import { languageName } from '#components/data/language-name.ts'
import { cx } from '#components/ui/cx.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { ScriptSection } from './script-section.tsx'
import { ToldVersions } from './told-versions.tsx'

export type PublishScript = (input: PublishScriptForm) => Promise<ActionResult<unknown>>

/** What agents read aloud: one language at a time, each line beside the reader's own, version by version. */
export function ScriptRoom({ view, publish }: { view: ScriptRoomView; publish: PublishScript }) {
  const t = useTranslations('scripts')
  const reader = useLocale()
  const router = useRouter()
  const [writing, setWriting] = useState<ScriptRoomLine | null>(null)
  return (
    <div className="gutter grid max-w-[900px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('text')}>
        {t('title', {
          languages: view.languages.length,
          scripts: view.scripts.length,
          behind: view.scripts.filter(({ behind }) => behind !== null).length,
        })}
      </PageHeading>
      <nav aria-label={t('languages')} className="flex flex-wrap gap-2">
        {view.languages.map((locale) => (
          <Link
            key={locale}
            href={`/settings/scripts?language=${locale}`}
            prefetch={false}
            aria-current={locale === view.locale ? 'page' : undefined}
            className={cx(
              'rounded border px-3 py-1.5 text-sm font-medium',
              locale === view.locale ? 'border-accent bg-accent-wash text-accent' : 'border-line-strong bg-surface text-ink-2',
            )}
          >
            {languageName(locale, reader)}
          </Link>
        ))}
      </nav>
      {view.scripts.map((script) => (
        <ScriptSection key={script.scriptId} script={script} view={view} onWrite={() => setWriting(script)} />
      ))}
      <section aria-labelledby="without-days" className="grid grid-cols-1 gap-2">
        <SectionHeading id="without-days">{t('withoutDays')}</SectionHeading>
        <p lang={view.locale} className="text-lg">
          {view.withoutDays.say}
        </p>
        {view.withoutDays.beside !== null && <p className="text-xs text-ink-2">{view.withoutDays.beside}</p>}
      </section>
      <ToldVersions told={view.told} />
      {writing !== null && (
        <PublishDialog
          script={writing}
          withoutDays={view.withoutDays.say}
          action={publish}
          onClose={() => setWriting(null)}
          onDone={() => {
            setWriting(null)
            toast('good', t('publishedSay'))
            router.refresh()
          }}
        />
      )}
    </div>
  )
}
