'use client'
import {
  createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode,
} from 'react'
import { setPreference } from '#components/i18n/set-preference.ts'
import { isComposing, isControl, isTyping, keyName } from './key-name.ts'
import { shortcutList, type Shortcut, type ShortcutList } from './shortcut-list.ts'

interface Keyboard {
  /** The keys of this page, the newest last. Components come and go without anything else being drawn again. */
  shortcuts: ShortcutList
  letterKeys: boolean
  setLetterKeys: (on: boolean) => void
}

const Context = createContext<Keyboard | null>(null)

/** How long the second key of `g d` may take. */
const sequenceMs = 1500

/**
 * Keys for everything that happens on a call. Single letters sleep in text fields, while an input method
 * composes and while a dialog is open, and can be switched off (WCAG 2.1.4).
 */
export function KeyboardProvider({ initialLetterKeys, children }: { initialLetterKeys: boolean; children: ReactNode }) {
  const [shortcuts] = useState(shortcutList)
  const [letterKeys, setOn] = useState(initialLetterKeys)
  const letters = useRef(letterKeys)
  useEffect(() => {
    letters.current = letterKeys
  }, [letterKeys])

  const setLetterKeys = useCallback((on: boolean) => {
    setOn(on)
    setPreference('keys', on ? 'on' : 'off')
  }, [])

  useEffect(() => {
    let pending: { key: string; at: number } | null = null
    function onKeyDown(event: KeyboardEvent) {
      if (isComposing(event) || event.defaultPrevented) return
      const key = keyName(event)
      const withModifier = key.startsWith('Mod+')
      if (!withModifier && (isTyping(event.target) || (key.length === 1 && !letters.current))) return
      // Enter on a button or link presses that one, and nothing else.
      if (key === 'Enter' && isControl(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      const sequence = pending !== null && Date.now() - pending.at < sequenceMs ? `${pending.key} ${key}` : null
      // The newest registration wins: what is open lies over what is below.
      const list = shortcuts.now()
      const hit = list.findLast((s) => s.keys === sequence) ?? list.findLast((s) => s.keys === key)
      pending = hit === undefined && key.length === 1 ? { key, at: Date.now() } : null
      if (hit !== undefined) {
        event.preventDefault()
        hit.run()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [shortcuts])

  const value = useMemo(() => ({ shortcuts, letterKeys, setLetterKeys }), [shortcuts, letterKeys, setLetterKeys])
  return <Context value={value}>{children}</Context>
}

/** The keyboard of this page. */
export function useKeyboard(): Keyboard {
  const keyboard = useContext(Context)
  if (keyboard === null) throw new Error('useKeyboard needs a KeyboardProvider above it')
  return keyboard
}

/** What can be pressed on this page now, for a list of it. */
export function useShortcuts(): readonly Shortcut[] {
  const { shortcuts } = useKeyboard()
  return useSyncExternalStore(shortcuts.subscribe, shortcuts.now, shortcuts.onServer)
}

/** Adds a key while the component is on the page and `enabled`. */
export function useShortcut(keys: string, label: string, run: () => void, enabled = true): void {
  const { shortcuts } = useKeyboard()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  }, [run])
  useEffect(() => {
    if (!enabled) return undefined
    return shortcuts.add({ keys, label, run: () => latest.current() })
  }, [keys, label, enabled, shortcuts])
}
