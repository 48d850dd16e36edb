'use client'
import { PageError } from '#components/shell/page-error.tsx'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main>
      <PageError digest={error.digest} retry={reset} />
    </main>
  )
}
