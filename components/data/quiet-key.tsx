'use client'
import { useTranslations } from 'next-intl'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'

/** Somebody else is steering this caller: it looks done, and waits for a call-back instead. */
export function QuietKey({ onQuiet, pending }: { onQuiet: () => void; pending: boolean }) {
  const t = useTranslations('calling')
  useShortcut('q', t('quiet'), onQuiet, !pending)
  return (
    <Tooltip text={t('quietHint')}>
      <button
        type="button"
        disabled={pending}
        onClick={onQuiet}
        aria-keyshortcuts="q"
        className="link min-h-6 justify-self-start text-xs text-ink-3"
      >
        {t('quiet')} <Kbd>q</Kbd>
      </button>
    </Tooltip>
  )
}
