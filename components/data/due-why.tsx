'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { DueView } from '#usecases/views/request-words.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Dialog } from '#components/ui/dialog.tsx'

/** "why" beside a date: the law, and the arithmetic line by line. */
export function DueWhy({ due }: { due: DueView }) {
  const t = useTranslations('due')
  const { say, word } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="link min-h-6" aria-label={t('whyLabel')} onClick={() => setOpen(true)}>
        {t('why')}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} description={word('law', due.law)}>
        <ol className="grid">
          {due.lines.map((line, index) => (
            <li key={index} className="border-b border-line py-2 last:font-semibold">
              {say('due', line)}
            </li>
          ))}
        </ol>
        <p className="mt-3 text-xs text-ink-2">{t('confirm')}</p>
      </Dialog>
    </>
  )
}
