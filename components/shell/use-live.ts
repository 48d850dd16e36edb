'use client'
import { useEffect } from 'react'
import { useRouter } from 'next/navigation'

/**
 * Shows the page anew every few seconds while something runs, and at once when the reader comes back to it.
 * Polling, since it passes every proxy. Rests while the page is hidden or a dialog is open, so that nothing
 * moves under somebody who is typing.
 */
export function useLive(live: boolean, everyMs = 3000): void {
  const router = useRouter()
  useEffect(() => {
    if (!live) return undefined
    const look = () => {
      const busy = document.hidden || document.querySelector('dialog[open]') !== null
      if (!busy) router.refresh()
    }
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [live, everyMs, router])
}
