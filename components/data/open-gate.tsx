'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import type { ActionResult } from '#usecases/action-result.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'

/**
 * Stands where a page would show personal data and nobody asked for it on purpose yet: reached by a typed address,
 * a reload after the grant ended, or a link from elsewhere. One press asks, and is written down.
 */
export function OpenGate({
  title, text, label, open,
}: {
  title: ReactNode
  text: ReactNode
  label: ReactNode
  open: (input: Record<string, never>) => Promise<ActionResult<unknown>>
}) {
  const router = useRouter()
  const ask = useAction(open, { quiet: true, onDone: () => router.refresh() })
  return (
    <div className="gutter grid max-w-[760px] gap-5 py-12">
      <PageHeading below={text}>{title}</PageHeading>
      <FormProblem>{ask.problem}</FormProblem>
      <div>
        {/* Nothing else can be done here, so Enter is enough. */}
        <Button look="primary" hint="↵" pending={ask.pending} autoFocus onClick={() => void ask.run({})}>
          {label}
        </Button>
      </div>
    </div>
  )
}
