'use client'
import type { DecisionView } from '#usecases/views/approvals.ts'
import { usePulse } from '#components/shell/use-pulse.ts'
import { CaseFreshness } from '../../_components/case-freshness.tsx'
import { WhoIsHere } from '../../_components/who-is-here.tsx'

/**
 * Who else has this case open, here or on its own page, and whether it has changed since it was shown. It is drawn anew
 * only when asked for: what is decided on is what was read.
 */
export function DecisionWatch({ decision }: { decision: DecisionView }) {
  const pulse = usePulse(`/cases/${decision.caseCode}/live`, {
    shown: String(decision.version), of: ({ version }) => String(version), live: false, redraws: false,
  })
  return (
    <div className="mt-2 grid gap-2">
      <WhoIsHere here={pulse.here} />
      <CaseFreshness pulse={pulse} about="decision" />
    </div>
  )
}
