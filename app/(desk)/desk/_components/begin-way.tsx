'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { VerificationWay } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#components/ui/toast.tsx'
import { CalledBackDialog } from './called-back-dialog.tsx'
import { useDesk } from './desk-context.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { LostContactDialog, type ContactShown } from './lost-contact-dialog.tsx'
import { RepresentativeDialog } from './representative-dialog.tsx'

export type WayBegun = Exclude<VerificationWay, 'code_phone' | 'code_email'>

/** The button that begins a way which no code takes: a form of its own, or for answers a word. */
export function BeginWay({
  way, callId, contacts,
}: {
  way: WayBegun
  callId: string
  contacts: readonly ContactShown[]
}) {
  const t = useTranslations('desk')
  const { actions, refresh } = useDesk()
  const [open, setOpen] = useState(false)
  const answered = useAction(actions.noteProof, {
    onDone: () => {
      say('info', t('proof.answersSay'))
      refresh()
    },
  })
  const begin = () => (way === 'answers' ? void answered.run({ callId, proof: 'answers' }) : setOpen(true))
  const close = () => setOpen(false)
  return (
    <>
      <Button pending={answered.pending} onClick={begin}>
        {t(`begin.${way}`)}
      </Button>
      {open && way === 'call_back' && <CalledBackDialog callId={callId} onClose={close} />}
      {open && way === 'lost_contact' && <LostContactDialog callId={callId} contacts={contacts} onClose={close} />}
      {open && way === 'representative' && <RepresentativeDialog callId={callId} onClose={close} />}
      {open && way === 'document' && <DocumentDialog callId={callId} onClose={close} />}
    </>
  )
}
