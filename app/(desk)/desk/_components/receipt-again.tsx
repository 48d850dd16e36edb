'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ErasureView } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { useDesk } from './desk-context.tsx'

/** The receipt once more, to be read out. It lives in this component's memory alone. */
export function ReceiptAgain({ callId, erasure }: { callId: string; erasure: ErasureView }) {
  const t = useTranslations('desk.erased')
  const { actions } = useDesk()
  const [receipt, setReceipt] = useState<string | null>(null)
  const ask = useAction(actions.sayReceipt, { onDone: (said) => setReceipt(said.receipt) })
  if (!erasure.hasReceipt) return <p className="text-xs text-ink-2">{t('noReceipt')}</p>
  return (
    <div role="status" className="grid gap-1">
      {receipt === null ? (
        <Button
          className="justify-self-start"
          pending={ask.pending}
          onClick={() => void ask.run({ callId, erasureId: erasure.erasureId })}
        >
          {t('receipt')}
        </Button>
      ) : (
        <>
          <span className="text-xs text-ink-2">{t('receiptIs')}</span>
          <strong className="font-mono text-lg tracking-[0.04em]">{receipt}</strong>
        </>
      )}
    </div>
  )
}
