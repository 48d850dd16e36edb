'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import type { CasePulse, PresenceView } from '#usecases/views/pulse.ts'
import { noteAnswer, whenAnswered } from '#components/ui/connection.ts'
import { freshUuid } from '#components/form/fresh-key.ts'
import { nextPulseMs } from './pulse-pace.ts'
import { isInTheMiddle } from './typed-text.ts'

/** How fresh the page is. `since`: the last time that it was known to be true, epoch ms of this machine. */
export type Freshness =
  | { kind: 'fresh' }
  | { kind: 'stale' | 'offline'; since: number }
  | { kind: 'session_ended' }

/** What a page shows of a case, and what it does when that changes. */
interface Watched {
  /** The stamp of what is shown. */
  shown: string
  /** The stamp of what there is now, out of an answer. */
  of: (pulse: CasePulse) => string
  /** Whether something runs. */
  live: boolean
  /** Whether it is drawn anew by itself, or only when asked for. */
  redraws: boolean
}

export interface Pulse {
  freshness: Freshness
  here: readonly PresenceView[]
  /** Something changed that is not shown yet: somebody is typing, or the page waits to be asked. */
  heldBack: boolean
  /** Shows it nevertheless. */
  show: () => void
}

/** How long one answer may take, in ms. */
const patienceMs = 10_000

/**
 * Asks every few seconds whether a page is still true, and draws it anew when it is not; pages that somebody is typing
 * on wait, and those that are drawn anew only when asked for. Short questions rather than a held line, since those pass
 * every proxy. While the page is hidden it only says that it is still open; when no answer comes it asks less and less
 * often, and at once when the line is back. Once the session has ended it asks no more, until somebody comes back to
 * the page, as from signing in beside it.
 *
 * @param address answers `POST {tab}` with a `CasePulse`; `{tab, leaving}` ends the tab's stay
 */
export function usePulse(address: string, watched: Watched): Pulse {
  const router = useRouter()
  const [freshness, setFreshness] = useState<Freshness>({ kind: 'fresh' })
  const [here, setHere] = useState<readonly PresenceView[]>([])
  /** The stamp that is shown although it is not the newest. */
  const [outdated, setOutdated] = useState<string | null>(null)
  const latest = useRef(watched)
  useEffect(() => {
    latest.current = watched
  }, [watched])
  const show = useCallback(() => router.refresh(), [router])

  useEffect(() => {
    const tab = freshUuid()
    let [failures, lastTrue, ended, over] = [0, Date.now(), false, false]
    let timer: ReturnType<typeof setTimeout> | undefined
    const now = () => void ask()
    const later = () => {
      clearTimeout(timer)
      if (over || ended) return
      timer = setTimeout(now, nextPulseMs({ live: latest.current.live, hidden: document.hidden, failures }))
    }
    const failed = () => {
      failures += 1
      setFreshness({ kind: navigator.onLine ? 'stale' : 'offline', since: lastTrue })
    }
    async function ask(): Promise<void> {
      clearTimeout(timer)
      const answer = await post(address, { tab })
      if (over) return
      if (answer === null || answer === 'unreadable') failed()
      else if (answer === 'session_ended') {
        ended = true
        setFreshness({ kind: 'session_ended' })
      } else if (answer === 'not_yours') {
        over = true
        router.refresh()
      } else {
        ;[failures, lastTrue, ended] = [0, Date.now(), false]
        setFreshness({ kind: 'fresh' })
        setHere(answer.here)
        const { shown, of, redraws } = latest.current
        const stamp = of(answer)
        const changed = stamp !== shown && !document.hidden
        const waits = !redraws || isInTheMiddle(document)
        setOutdated(changed && waits && entriesIn(stamp) !== entriesIn(shown) ? shown : null)
        if (changed && !waits) router.refresh()
      }
      // The note on top of the room hears it too; after the failures were counted, or this would ask once more itself.
      if (answer !== 'unreadable' && navigator.onLine) noteAnswer(answer !== null)
      later()
    }
    const answered = () => {
      if (failures > 0) now()
    }
    const cut = () => failed()
    const seen = () => {
      if (!document.hidden) now()
    }
    // A page that is left says so; a crash is noticed when its lease runs out.
    const leave = () => navigator.sendBeacon(address, new Blob([JSON.stringify({ tab, leaving: true })], { type: 'application/json' }))
    now()
    document.addEventListener('visibilitychange', seen)
    const deaf = whenAnswered(answered)
    window.addEventListener('online', now)
    window.addEventListener('offline', cut)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', now)
    return () => {
      over = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
      deaf()
      window.removeEventListener('online', now)
      window.removeEventListener('offline', cut)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', now)
      leave()
    }
  }, [address, router])

  return { freshness, here, heldBack: outdated === watched.shown, show }
}

/** The part of a stamp that counts entries: that one of them got its number is no news to whoever is typing. */
const entriesIn = (stamp: string): string => stamp.split('.')[0] ?? ''

/** One question. Null: no answer came; `unreadable`: one came that says nothing of the case. */
async function post(
  address: string,
  body: object,
): Promise<CasePulse | 'session_ended' | 'not_yours' | 'unreadable' | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.ok) return (await response.json()) as CasePulse
    if (response.status === 401) return 'session_ended'
    return response.status === 403 || response.status === 404 ? 'not_yours' : 'unreadable'
  } catch {
    return null
  }
}
