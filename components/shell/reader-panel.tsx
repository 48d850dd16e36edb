'use client'
import { useId, useState, type ReactNode } from 'react'
import { Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from '#components/ui/cx.ts'

/** Who I am and how I want the screens: open at the foot of the wide shell, behind a button on a narrow one. */
export function ReaderPanel({ who, children }: { who: ReactNode; children: ReactNode }) {
  const t = useTranslations('shell')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t('prefs.open')}
        onClick={() => setOpen(!open)}
        className="absolute top-1.5 right-2 grid size-9 place-items-center rounded text-ink-2 desk:hidden"
      >
        <Settings2 aria-hidden="true" className="size-4" />
      </button>
      <div
        id={id}
        className={cx(
          'px-2.5 pt-2 text-xs text-ink-2 desk:mt-auto desk:grid desk:gap-1.5 desk:pt-4',
          open ? 'grid gap-1.5 pb-1' : 'max-desk:hidden',
        )}
      >
        {who}
        {children}
      </div>
    </>
  )
}
