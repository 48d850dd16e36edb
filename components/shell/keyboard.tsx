'use client'
import {
  createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode,
} from 'react'
import { setPreference } from '#components/i18n/set-preference.ts'
import { isComposing, isControl, isTyping, keyName } from './key-name.ts'

export interface Shortcut {
  /** One key or two after each other: `w`, `g d`, `/`, `?`, `Escape`, `Mod+Enter`. */
  keys: string
  /** What it does, in the reader's language, for the list of keys. */
  label: string
  run: () => void
}

interface Keyboard {
  register: (shortcut: Shortcut) => () => void
  shortcuts: readonly Shortcut[]
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
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([])
  const [letterKeys, setOn] = useState(initialLetterKeys)
  const current = useRef({ shortcuts, letterKeys })
  useEffect(() => {
    current.current = { shortcuts, letterKeys }
  }, [shortcuts, letterKeys])

  const register = useCallback((shortcut: Shortcut) => {
    setShortcuts((list) => [...list, shortcut])
    return () => setShortcuts((list) => list.filter((other) => other !== shortcut))
  }, [])
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
      if (!withModifier && (isTyping(event.target) || (key.length === 1 && !current.current.letterKeys))) return
      // Enter on a button or link presses that one, and nothing else.
      if (key === 'Enter' && isControl(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      const sequence = pending !== null && Date.now() - pending.at < sequenceMs ? `${pending.key} ${key}` : null
      // The newest registration wins: what is open lies over what is below.
      const list = current.current.shortcuts
      const hit = list.findLast((s) => s.keys === sequence) ?? list.findLast((s) => s.keys === key)
      pending = hit === undefined && key.length === 1 ? { key, at: Date.now() } : null
      if (hit !== undefined) {
        event.preventDefault()
        hit.run()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const value = useMemo(
    () => ({ register, shortcuts, letterKeys, setLetterKeys }),
    [register, shortcuts, letterKeys, setLetterKeys],
  )
  return <Context value={value}>{children}</Context>
}

/** The keyboard of this page. */
export function useKeyboard(): Keyboard {
  const keyboard = useContext(Context)
  if (keyboard === null) throw new Error('useKeyboard needs a KeyboardProvider above it')
  return keyboard
}

/** Adds a key while the component is on the page and `enabled`. */
export function useShortcut(keys: string, label: string, run: () => void, enabled = true): void {
  const { register } = useKeyboard()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  }, [run])
  useEffect(() => {
    if (!enabled) return undefined
    return register({ keys, label, run: () => latest.current() })
  }, [keys, label, enabled, register])
}
