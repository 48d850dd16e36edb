'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { EarlierLetterDialog } from './earlier-letter-dialog.tsx'

/** The verified caller wrote to us, and nobody knew then who they are: their case has a code. */
export function EarlierLetter({ callId }: { callId: string }) {
  const t = useTranslations('desk.letter')
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="earlier-letter" className="mt-3 grid justify-items-start gap-1.5">
      <SectionHeading id="earlier-letter">{t('title')}</SectionHeading>
      <p className="text-xs text-ink-2">{t('text')}</p>
      <Button className="mt-1" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <EarlierLetterDialog callId={callId} onClose={() => setOpen(false)} />}
    </section>
  )
}
