'use client'
import { useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorState } from '#components/ui/error-state.tsx'
import { troubleWords } from './trouble-words.ts'

/**
 * A page that could not be shown. It carries its own few words: the messages may be what failed. The number
 * is Next's digest, which stands in the server's log beside the cause.
 */
export function PageError({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const lang = useSyncExternalStore(never, () => document.documentElement.lang, () => 'en')
  const words = troubleWords(lang)
  return (
    <div className="grid min-h-[60vh] place-items-center px-6 py-16">
      <ErrorState
        title={words.title}
        actions={
          <Button look="primary" onClick={retry}>
            {words.retry}
          </Button>
        }
        reference={digest === undefined ? undefined : words.reference.replace('{digest}', digest)}
      >
        {words.text}
      </ErrorState>
    </div>
  )
}

/** The document's language does not change while an error stands. */
const never = () => () => undefined
