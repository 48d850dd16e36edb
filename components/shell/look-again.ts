import { noteAnswer } from '#components/ui/connection.ts'

/** Asks whether the desk answers at all, and notes it. False, and nothing is noted, while the browser is offline. */
export async function isAnswering(): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    await fetch('/api/health', { cache: 'no-store' })
  } catch {
    noteAnswer(false)
    return false
  }
  noteAnswer(true)
  return true
}

/**
 * Shows the page anew, if the desk answers at all: a refresh that gets no answer would leave the page for the browser's
 * own error, and with it what is typed there.
 */
export async function lookAgain(router: { refresh: () => void }): Promise<void> {
  if (await isAnswering()) router.refresh()
}
