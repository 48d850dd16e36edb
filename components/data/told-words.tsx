'use client'
import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import type { ToldWordsView } from '#usecases/views/scripts.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { languageName } from './language-name.ts'

/** The very words that were told, opened on purpose: of their version, however often the words changed since. */
export function ToldWords({ told }: { told: ToldWordsView }) {
  const t = useTranslations('script')
  const language = languageName(told.locale, useLocale())
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" className="-ml-3.5" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('told')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('toldTitle', { language, version: told.version })}
        description={t(told.inWriting ? 'toldWritten' : 'toldAloud', { at: told.at })}
      >
        <ol lang={told.locale} className="grid gap-2.5 rounded bg-accent-wash px-4 py-3.5">
          {told.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Dialog>
    </>
  )
}
