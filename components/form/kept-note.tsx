'use client'
import type { MouseEvent } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import type { Kept } from './use-draft.tsx'

/** Says above the fields that what was typed earlier was kept, from when, and what can be done about it. */
export function KeptNote({ kept }: { kept: Kept | null }) {
  const t = useTranslations('ui.kept')
  if (kept === null) return null
  const { state, savedAt } = kept
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded bg-sunken px-3 py-1.5 text-xs text-ink-2">
      <span role="status">{t(state, { at: savedAt })}</span>
      {state === 'closed' && <Button onClick={(press) => void actOn(press, kept.openCase)}>{t('openCase')}</Button>}
      {state === 'offered' && <Button onClick={(press) => void actOn(press, kept.putBack)}>{t('putBack')}</Button>}
      {state !== 'closed' && (
        <Button look="quiet" onClick={(press) => void actOn(press, kept.discard)}>
          {t('discard')}
        </Button>
      )}
    </div>
  )
}

/** The note may go with the press: the focus goes on to the first thing to fill in. */
async function actOn(press: MouseEvent<HTMLElement>, act: () => unknown): Promise<void> {
  const form = press.currentTarget.closest('form')
  await act()
  form?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select')?.focus()
}
