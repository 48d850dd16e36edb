'use client'
import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import type { CallBarView } from '#usecases/views/desk.ts'
import { languageName } from '#components/data/language-name.ts'
import { useAction } from '#components/form/use-action.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useDesk } from './desk-context.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'

/** Hands the call to a colleague; while it waits for one, says so and takes it back. */
export function HandOver({ call }: { call: CallBarView }) {
  const t = useTranslations('desk.handOver')
  const [open, setOpen] = useState(false)
  useShortcut('o', t('open'), () => setOpen(true), call.offered === null)
  if (call.offered !== null) return null
  return (
    <>
      <Button look="quiet" hint="o" aria-keyshortcuts="o" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <HandOverDialog call={call} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The call waits for a colleague: until somebody takes it, it goes on here. */
export function OfferedNote({ call }: { call: CallBarView }) {
  const t = useTranslations('desk.handOver')
  const locale = useLocale()
  const { actions, refresh } = useDesk()
  const back = useAction(actions.takeBack, { onDone: refresh })
  // Once it is taken this desk is free.
  useLookAgain(call.offered !== null, 3000)
  if (call.offered === null) return null
  const { to, at } = call.offered
  const language = languageName(call.callerLocale, locale)
  return (
    <div className="gutter border-b border-line py-2.5">
      <Callout tone="info" live>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span>{to === null ? t('waitsAnybody', { language, at }) : t('waits', { who: to, language, at })}</span>
          <Button pending={back.pending} onClick={() => void back.run({ callId: call.callId })}>
            {t('takeBack')}
          </Button>
        </div>
      </Callout>
    </div>
  )
}
