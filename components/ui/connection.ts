'use client'
import { useSyncExternalStore } from 'react'

/** Whether the desk answers: `offline` as the browser says, `silent` where it was asked and no answer came. */
export type Connection = 'well' | 'offline' | 'silent'

let isSilent = false
const listeners = new Set<() => void>()

/** Notes whether an answer came to what was asked just now; a refusal is an answer. */
export function noteAnswer(came: boolean): void {
  if (isSilent === !came) return
  isSilent = !came
  for (const listener of listeners) listener()
}

/** Calls back each time that answers come again after none did. @returns ends it */
export function whenAnswered(again: () => void): () => void {
  const listener = () => {
    if (!isSilent) again()
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

const now = (): Connection => (navigator.onLine ? (isSilent ? 'silent' : 'well') : 'offline')
const onServer = (): Connection => 'well'

/** How the connection is at this moment. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, now, onServer)
