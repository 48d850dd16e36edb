'use client'
import { useState } from 'react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { Role } from '#domain/access/policy.ts'
import { Kbd } from '#components/ui/kbd.tsx'
import { useShortcut } from './keyboard.tsx'
import { paletteKeys } from './palette-commands.ts'
import { shownKeys } from './shown-keys.ts'

// Loaded when it is asked for: no page carries it.
const PaletteDialog = dynamic(() => import('./palette-dialog.tsx').then((palette) => palette.PaletteDialog), { ssr: false })

/** Ctrl or ⌘ K: a case by its code, the rooms, and what can be done on this page. */
export function Palette({ role }: { role: Role }) {
  const t = useTranslations('shell.palette')
  const [open, setOpen] = useState(false)
  useShortcut(paletteKeys, t('open'), () => setOpen(true))
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+k Meta+k"
        onClick={() => setOpen(true)}
        className="link flex min-h-6 items-center gap-1.5 text-left"
      >
        {t('open')}
        <span className="flex gap-1 max-desk:hidden">
          {shownKeys(paletteKeys).map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      </button>
      {open && <PaletteDialog role={role} onClose={() => setOpen(false)} />}
    </>
  )
}
