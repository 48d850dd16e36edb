'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { useKeyboard, useShortcut, useShortcuts } from './keyboard.tsx'
import { shownKeys } from './shown-keys.ts'

/** All keys of this page, on `?`, and the switch for single letters. */
export function KeyboardHelp() {
  const t = useTranslations('shell')
  const { letterKeys, setLetterKeys } = useKeyboard()
  const [open, setOpen] = useState(false)
  useShortcut('?', t('keys.help'), () => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="link min-h-6 text-left"
        aria-keyshortcuts="?"
        onClick={() => setOpen(true)}
      >
        {t('keys.open')}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('keys.title')} description={t('keys.description')}>
        <KeyList />
        <label className="mt-4 flex items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            className="mt-0.5 size-[18px] accent-accent"
            checked={letterKeys}
            onChange={(event) => setLetterKeys(event.target.checked)}
          />
          <span>
            {t('keys.letters')}
            <span className="block text-xs text-ink-2">{t('keys.lettersHint')}</span>
          </span>
        </label>
      </Dialog>
    </>
  )
}

function KeyList() {
  const seen = new Map(useShortcuts().map((shortcut) => [shortcut.keys, shortcut.label]))
  return (
    <dl className="grid">
      {[...seen].map(([keys, label]) => (
        <div key={keys} className="flex items-center justify-between gap-4 border-b border-line py-2">
          <dt>{label}</dt>
          <dd className="flex gap-1">
            <span className="sr-only">{keys}</span>
            {shownKeys(keys).map((key, index) => (
              <Kbd key={index}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
