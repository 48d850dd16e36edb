'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ScriptRoomLine, ScriptRoomView } from '#usecases/views/scripts.ts'
import { ChangedWords } from '#components/data/changed-words.tsx'
import { languageName } from '#components/data/language-name.ts'
import { ScriptCard } from '#components/data/script-card.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { ScriptVersions } from './script-versions.tsx'
import { ShownWords } from './shown-words.tsx'
import { useScriptName } from './use-script-name.ts'

/** One script: the words in force, what is wrong between the languages, and every version with its reason. */
export function ScriptSection({
  script, view, onWrite,
}: {
  script: ScriptRoomLine
  view: ScriptRoomView
  onWrite: () => void
}) {
  const t = useTranslations('scripts')
  const reader = useLocale()
  const name = useScriptName()(script.scriptId)
  const { behind, scriptId, locale } = script
  const { shown, compared } = view
  return (
    <section aria-labelledby={`script-${scriptId}`} className="grid scroll-mt-20 grid-cols-1 gap-2">
      <SectionHeading id={`script-${scriptId}`}>{name}</SectionHeading>
      {behind !== null && (
        <Callout tone="warn">
          {t('behind', {
            language: languageName(locale, reader), other: languageName(behind.locale, reader), version: behind.version,
          })}
        </Callout>
      )}
      <ScriptCard script={script} heading={name} />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <ScriptVersions script={script} name={name} />
        <Button onClick={onWrite}>
          {t('write')}
          <span className="sr-only">: {name}</span>
        </Button>
      </div>
      {shown?.scriptId === scriptId && <ShownWords words={shown} name={name} />}
      {compared?.scriptId === scriptId && (
        <ChangedWords
          parts={compared.parts}
          locale={compared.locale}
          label={t('compared', { script: name, before: compared.before, after: compared.after })}
        />
      )}
    </section>
  )
}
