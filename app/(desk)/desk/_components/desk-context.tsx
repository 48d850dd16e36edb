'use client'
import { createContext, useContext, useState, useTransition, type ReactNode } from 'react'
import { useRouter } from 'next/navigation'
import type { DeskActions } from './desk-actions.ts'

interface Desk {
  actions: DeskActions
  /** Shows the page as it is now; what is typed elsewhere on it stays. */
  refresh: () => void
  refreshing: boolean
  /** The case code that was looked up last, as it is stored; null after anything else, or a reload. */
  codeLookedUp: string | null
  noteCode: (code: string | null) => void
  /** What was typed to look somebody up in this call, null where that was a case code or is not known any more. */
  typedIn: (callId: string) => string | null
  noteTyped: (typed: { callId: string; query: string } | null) => void
}

const Context = createContext<Desk | null>(null)

export function DeskProvider({ actions, children }: { actions: DeskActions; children: ReactNode }) {
  const router = useRouter()
  const [refreshing, startTransition] = useTransition()
  const [codeLookedUp, noteCode] = useState<string | null>(null)
  const [typed, noteTyped] = useState<{ callId: string; query: string } | null>(null)
  const typedIn = (callId: string) => (typed?.callId === callId ? typed.query : null)
  const refresh = () => startTransition(() => router.refresh())
  const desk = { actions, refresh, refreshing, codeLookedUp, noteCode, typedIn, noteTyped }
  return <Context value={desk}>{children}</Context>
}

/** The actions of this desk, and the way to show what they changed. */
export function useDesk(): Desk {
  const desk = useContext(Context)
  if (desk === null) throw new Error('useDesk needs a DeskProvider above it')
  return desk
}
