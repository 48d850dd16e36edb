'use client'
import { useRef } from 'react'
import { useTranslations } from 'next-intl'
import { useShortcut } from './keyboard.tsx'

/**
 * `j` and `k` move the focus through a list, by the first thing of each row that can be pressed. Moving is not opening:
 * that takes Enter. Answers the ref for what directly holds the rows. `from`: the row to start beside while none has
 * the focus, counted from 0.
 */
export function useListKeys<Element extends HTMLElement>(from = -1) {
  const t = useTranslations('shell.keys')
  const list = useRef<Element>(null)
  function move(by: 1 | -1) {
    const rows = [...(list.current?.children ?? [])]
      .map((row) => ({ row, press: row.querySelector<HTMLElement>('a[href], button:not(:disabled)') }))
      .filter(({ press }) => press !== null)
    const focused = rows.findIndex(({ row }) => row.contains(document.activeElement))
    const next = Math.min(rows.length - 1, Math.max(0, (focused >= 0 ? focused : from) + by))
    rows[next]?.press?.focus()
  }
  useShortcut('j', t('next'), () => move(1))
  useShortcut('k', t('previous'), () => move(-1))
  return list
}
