'use client'
import { useEffect, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { Command } from 'cmdk'
import { useTranslations } from 'next-intl'
import type { Role } from '#domain/access/policy.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { useShortcuts } from './keyboard.tsx'
import { sorted, typedCode } from './palette-commands.ts'
import type { Shortcut } from './shortcut-list.ts'
import { shownKeys } from './shown-keys.ts'

/**
 * Finds a case by its code, a room or an action by its name. It knows nothing else: nothing is looked up by what is
 * typed, so no person can be found here, and an address takes only a code that checks.
 */
export function PaletteDialog({ role, onClose }: { role: Role; onClose: () => void }) {
  const t = useTranslations('shell.palette')
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { rooms, doings } = sorted(useShortcuts())
  // An administrator has no part in any case.
  const code = role === 'administrator' ? null : typedCode(typed)
  const go = (run: () => void) => {
    onClose()
    // Once it is closed and the focus is back, where the action expects it.
    setTimeout(run)
  }
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={role === 'administrator' ? t('textRooms') : t('text')}>
      <Command label={t('title')} loop className="grid gap-2">
        <Command.Input
          ref={field}
          value={typed}
          onValueChange={setTyped}
          maxLength={40}
          className="min-h-10 w-full rounded border border-field bg-surface px-3 font-mono text-base"
        />
        <Command.List label={t('found')} className="max-h-[min(46vh,420px)] overflow-y-auto">
          <Command.Empty className="px-1 py-3 text-ink-2">{code === 'misheard' ? t('misheard') : t('nothing')}</Command.Empty>
          {code !== null && code !== 'misheard' && (
            <Row forceMount value={code.code} onSelect={() => go(() => router.push(`/cases/${code.code}`))}>
              {t('case', { code: code.shown })}
            </Row>
          )}
          <Commands heading={t('doings')} shortcuts={doings} onRun={go} />
          <Commands heading={t('rooms')} shortcuts={rooms} onRun={go} />
        </Command.List>
      </Command>
    </Dialog>
  )
}

function Commands({
  heading, shortcuts, onRun,
}: {
  heading: string
  shortcuts: readonly Shortcut[]
  onRun: (run: () => void) => void
}) {
  if (shortcuts.length === 0) return null
  return (
    <Command.Group heading={heading} className="text-xs text-ink-3 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5">
      {shortcuts.map(({ keys, label, run }) => (
        <Row key={keys} value={label} onSelect={() => onRun(run)}>
          {label}
          <span aria-hidden="true" className="flex gap-1">
            {shownKeys(keys).map((key, index) => (
              <Kbd key={index}>{key}</Kbd>
            ))}
          </span>
        </Row>
      ))}
    </Command.Group>
  )
}

function Row(props: React.ComponentProps<typeof Command.Item>) {
  return (
    <Command.Item
      {...props}
      className="flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded px-2 text-sm text-ink data-[selected=true]:bg-accent-wash data-[selected=true]:shadow-[inset_0_0_0_1px_var(--accent)]"
    />
  )
}
