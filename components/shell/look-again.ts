import { noteAnswer } from '#components/ui/connection.ts'

/**
 * Shows the page anew, if the desk answers at all: a refresh that gets no answer would leave the page for the browser's
 * own error, and with it what is typed there.
 */
export async function lookAgain(router: { refresh: () => void }): Promise<void> {
  if (!navigator.onLine) return
  try {
    await fetch('/api/health', { cache: 'no-store' })
  } catch {
    noteAnswer(false)
    return
  }
  noteAnswer(true)
  router.refresh()
}
