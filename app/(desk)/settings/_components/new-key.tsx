'use client'
import { useTranslations } from 'next-intl'
import type { NewClientView } from '#usecases/views/settings.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say as toast } from '#components/ui/toast.tsx'

/** A key, shown once. It lives in this component's memory until the dialog is closed. */
export function NewKey({ added, name, onClose }: { added: NewClientView; name: string; onClose: () => void }) {
  const t = useTranslations('settings.clients')
  async function copy() {
    try {
      await navigator.clipboard.writeText(added.apiKey)
      toast('good', t('copied'))
    } catch {
      // The clipboard needs https or a permission; the field above can still be selected.
      toast('warn', t('copyFailed'))
    }
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('keyTitle', { name })} description={t('keyText')}>
      <div className="grid gap-4">
        <TextField label={t('idLabel')} mono readOnly value={added.clientId} onFocus={(event) => event.target.select()} />
        <TextField label={t('keyLabel')} mono readOnly value={added.apiKey} onFocus={(event) => event.target.select()} />
        <DialogButtons>
          <Button look="primary" onClick={onClose}>
            {t('keyDone')}
          </Button>
          <Button onClick={() => void copy()}>{t('copy')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
