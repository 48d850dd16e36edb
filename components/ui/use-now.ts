'use client'
import { useEffect, useState } from 'react'

/**
 * The server's time, moved on by this machine's clock: a wrong clock on a desk changes nothing.
 * @param serverNow epoch ms when the page was rendered; also the first value, so that both renders agree
 * @param everyMs how often it moves
 */
export function useNow(serverNow: number, everyMs = 1000): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setNow(serverNow + performance.now() - began), everyMs)
    return () => clearInterval(timer)
  }, [serverNow, everyMs])
  return now
}
