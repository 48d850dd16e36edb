'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { useWords } from '#components/i18n/use-words.ts'

/** Says what changed since this page was last drawn, for whoever does not see it change: each change in a sentence. */
export function CaseNews({ view }: { view: CaseView }) {
  const t = useTranslations('cases')
  const { say } = useWords()
  const [seen, setSeen] = useState(view)
  const [news, setNews] = useState<readonly string[]>([])
  if (view !== seen) {
    setSeen(view)
    const head = say('caseHead', view.head)
    const systems = view.systems.flatMap((system) => {
      const before = seen.systems.find((one) => one.system === system.system)
      return before === undefined || before.state === system.state
        ? []
        : [t('news.system', { system: system.name, state: t(`systemState.${system.state}`), gone: system.gone, masked: system.masked })]
    })
    const next = [...(say('caseHead', seen.head) === head ? [] : [head]), ...systems]
    if (next.length > 0) setNews(next)
  }
  return (
    <div role="status" aria-label={t('news.label')} className="sr-only">
      {news.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
