import type { ActionProblem } from '#usecases/action-result.ts'
import { Callout } from '#components/ui/callout.tsx'
import { ProblemText } from './problem-text.tsx'

/** What went wrong with a form as a whole, above its buttons; said when it appears. */
export function FormProblem({ children }: { children: ActionProblem | null }) {
  return children === null ? null : (
    <Callout tone="bad" live>
      <ProblemText problem={children} />
    </Callout>
  )
}
