'use client'
import { useTranslations } from 'next-intl'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'

/** Somebody else is steering this caller: it looks done, and waits for a call-back instead. */
export function QuietKey({
  onQuiet, pending, asleep = false,
}: {
  onQuiet: () => void
  pending: boolean
  /** Where letters are typed: pressed by its button alone. */
  asleep?: boolean
}) {
  const t = useTranslations('calling')
  useShortcut('q', t('quiet'), onQuiet, !pending && !asleep)
  return (
    <Tooltip text={t('quietHint')}>
      <button
        type="button"
        disabled={pending}
        onClick={onQuiet}
        aria-keyshortcuts={asleep ? undefined : 'q'}
        className="link min-h-6 justify-self-start text-xs text-ink-3"
      >
        {t('quiet')} {!asleep && <Kbd>q</Kbd>}
      </button>
    </Tooltip>
  )
}
