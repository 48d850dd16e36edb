'use client'
import { useEffect, useRef } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { useConnection } from '#components/ui/connection.ts'
import { isAnswering, lookAgain } from './look-again.ts'

/** How often it is asked whether the desk answers again, ms: most rooms ask for nothing by themselves. */
const probeMs = 5000

/**
 * Says at the top of every room that the desk does not answer, for as long as it is so, and shows the room anew when it
 * answers again: what stands there may have changed meanwhile. A live region that is always there, as it must be.
 */
export function ConnectionNote() {
  const t = useTranslations('shell.connection')
  const router = useRouter()
  const connection = useConnection()
  const before = useRef(connection)
  useEffect(() => {
    if (before.current !== 'well' && connection === 'well') void lookAgain(router)
    before.current = connection
  }, [connection, router])
  useEffect(() => {
    if (connection !== 'silent') return undefined
    const timer = setInterval(() => void isAnswering(), probeMs)
    return () => clearInterval(timer)
  }, [connection])
  return (
    <div role="status" className="tall:sticky top-0 z-30">
      {connection !== 'well' && <Callout tone="warn">{t(connection)}</Callout>}
    </div>
  )
}
