'use client'
import { useEffect, useRef } from 'react'
import { useRouter } from 'next/navigation'
import { lookAgain } from './look-again.ts'

/** How long it goes on with nobody at the keyboard, ms: less than the shortest idle limit of a session. */
const alone = 10 * 60_000

/**
 * Shows the page anew every few seconds while something runs, and at once when the reader comes back to it.
 * Polling, since it passes every proxy. Rests while the page is hidden or a dialog is open, so that nothing
 * moves under somebody who is typing; and once nobody has touched the page for ten minutes, so that a session which is
 * left alone ends when it should.
 */
export function useLookAgain(live: boolean, everyMs: number): void {
  const router = useRouter()
  const touched = useRef(0)
  useEffect(() => {
    if (!live) return undefined
    const touch = () => {
      touched.current = Date.now()
    }
    touch()
    const look = () => {
      const isAlone = Date.now() - touched.current > alone
      const isAsked = document.querySelector('dialog[open]') !== null
      if (!document.hidden && !isAlone && !isAsked) void lookAgain(router)
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    document.addEventListener('keydown', touch)
    document.addEventListener('pointermove', touch)
    return () => {
      document.removeEventListener('keydown', touch)
      document.removeEventListener('pointermove', touch)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [live, everyMs, router])
}
