'use client'
import { useState } from 'react'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { NewClientView } from '#usecases/views/settings.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'

type Copied = 'not_yet' | 'copied' | 'failed'

/**
 * A key, shown once. It lives in this component's memory until the dialog is closed, and a stray click or Esc
 * does not close it: nobody could ever show the key again.
 */
export function NewKey({ added, name, onClose }: { added: NewClientView; name: string; onClose: () => void }) {
  const t = useTranslations('settings.clients')
  const [copied, setCopied] = useState<Copied>('not_yet')
  const [leaving, setLeaving] = useState(false)
  async function copy() {
    setLeaving(false)
    try {
      await navigator.clipboard.writeText(added.apiKey)
      setCopied('copied')
    } catch {
      // The clipboard needs https or a permission; the field above can still be selected.
      setCopied('failed')
    }
  }
  return (
    <Dialog open onOpenChange={() => setLeaving(true)} title={t('keyTitle', { name })} description={t('keyText')}>
      <div className="grid gap-4">
        <TextField
          label={t('keyLabel')}
          mono
          readOnly
          spellCheck={false}
          value={added.apiKey}
          onFocus={(event) => event.target.select()}
        />
        <TextField label={t('idLabel')} mono readOnly value={added.clientId} onFocus={(event) => event.target.select()} />
        <div aria-live="polite" className="grid gap-2">
          {copied === 'copied' && <Callout tone="good">{t('copied')}</Callout>}
          {copied === 'failed' && <Callout tone="warn">{t('copyFailed')}</Callout>}
          {leaving && <Callout tone="warn">{t('leaving')}</Callout>}
        </div>
        <DialogButtons>
          <Button look="primary" onClick={() => void copy()}>
            {copied === 'copied' ? (
              <Check aria-hidden="true" className="size-4" />
            ) : (
              <Copy aria-hidden="true" className="size-4" />
            )}
            {t('copy')}
          </Button>
          <Button onClick={onClose}>{t('keyDone')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
