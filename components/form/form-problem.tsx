import { Callout } from '#components/ui/callout.tsx'

/** What went wrong with a form as a whole, above its buttons; said when it appears. */
export function FormProblem({ children }: { children: string | null }) {
  return children === null ? null : (
    <Callout tone="bad" live>
      {children}
    </Callout>
  )
}
