'use client'
import { useSyncExternalStore } from 'react'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from './cx.ts'
import { toneIcons, tones } from './tag.tsx'

interface Toast {
  id: number
  tone: 'good' | 'warn' | 'bad' | 'info'
  text: string
}

let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function publish(list: readonly Toast[]): void {
  toasts = list
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const none: readonly Toast[] = []

/** Says something that happened, once. Problems stay until they are closed; the rest goes after six seconds. */
export function say(tone: Toast['tone'], text: string): void {
  const toast = { id: next++, tone, text }
  publish([...toasts.slice(-3), toast])
  if (tone !== 'bad') setTimeout(() => dismiss(toast.id), 6000)
}

function dismiss(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id))
}

/**
 * Where they appear; once per page, in the shell. Our own few lines: the usual library writes a style
 * element without a nonce, which the page's policy refuses. They rise where nothing is submitted: every screen's
 * button is on the right or at the foot, so on a wide screen low on the left, on a narrow one on top.
 */
export function Toaster() {
  const t = useTranslations('ui')
  const list = useSyncExternalStore(subscribe, () => toasts, () => none)
  return (
    <div role="status" aria-live="polite" className="pointer-events-none fixed inset-x-3 top-2 z-50 grid gap-2 sm:right-auto sm:w-96 desk:top-auto desk:bottom-4 desk:left-[220px] desk:w-64">
      {list.map((toast) => {
        const Icon = toneIcons[toast.tone]
        return (
          <div
            key={toast.id}
            className={cx(
              'pointer-events-auto flex w-full animate-[rise_160ms_ease-out] items-start gap-2.5 rounded border border-line px-3.5 py-3 text-sm font-medium shadow-lift',
              tones[toast.tone],
            )}
          >
            {Icon !== null && <Icon aria-hidden="true" className="mt-0.5 size-4 flex-none" />}
            <span className="min-w-0 flex-1">{toast.text}</span>
            <button
              type="button"
              aria-label={t('close')}
              className="-m-1 grid size-7 place-items-center rounded"
              onClick={() => dismiss(toast.id)}
            >
              <X aria-hidden="true" className="size-3.5" />
            </button>
          </div>
        )
      })}
    </div>
  )
}
