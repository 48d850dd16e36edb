'use client'
import { PageError } from '#components/shell/page-error.tsx'

export default function DeskErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div>
      <PageError digest={error.digest} retry={reset} />
    </div>
  )
}
