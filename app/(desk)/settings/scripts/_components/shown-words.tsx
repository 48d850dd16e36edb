'use client'
import { useTranslations } from 'next-intl'
import type { ShownWordsView } from '#usecases/views/scripts.ts'

/** One version as it was worded, with its holes as they stand. */
export function ShownWords({ words, name }: { words: ShownWordsView; name: string }) {
  const t = useTranslations('scripts')
  const label = t('shown', { script: name, version: words.version })
  return (
    <div role="group" aria-label={label}>
      <h3 className="text-sm font-medium">{label}</h3>
      <ol lang={words.locale} className="mt-1 grid max-w-[74ch] gap-2 rounded bg-sunken px-3.5 py-2.5">
        {words.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  )
}
