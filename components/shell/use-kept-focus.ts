'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Whatever had the focus may be drawn no more when a page shows something new: then the focus goes to the page's
 * content, so that the next key goes on from there and a screen reader is not thrown back to the start.
 *
 * @param shown changes when the page shows something new
 */
export function useKeptFocus(shown: string): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const note = () => {
      last.current = document.activeElement
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useLayoutEffect(() => {
    if (last.current === null || last.current.isConnected || document.activeElement !== document.body) return
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [shown])
}
