'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { Lock } from '#usecases/views/phrase.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { useDesk } from './desk-context.tsx'
import { NotMeDialog } from './not-me-dialog.tsx'

/**
 * "That was not me" before anything is open: by the code of a case, which the caller holds from a notice. It stands
 * here for everybody whom a look-up finds, whether or not there is a case.
 */
export function NotMe({
  callId, lock, byCode,
}: {
  callId: string
  lock: Lock | null
  /** They were found by a case code: it is the one they mean. */
  byCode: boolean
}) {
  const t = useTranslations('desk.notMe')
  const { codeLookedUp } = useDesk()
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="not-me" className="mt-5 grid justify-items-start gap-1.5 border-t border-line pt-4">
      <SectionHeading id="not-me">{t('title')}</SectionHeading>
      <p className="text-xs text-ink-2">{t('text')}</p>
      <Button look="bad" className="mt-1" disabled={lock !== null} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {lock !== null && <LockNote lock={lock} />}
      {open && <NotMeDialog callId={callId} code={byCode ? codeLookedUp : null} onClose={() => setOpen(false)} />}
    </section>
  )
}
