import type { Principal } from '#usecases/actor.ts'
import { foreseePlan } from '#usecases/plan/foresee-plan.ts'
import type { ForeseePlanInput } from '#usecases/views/desk-inputs.ts'
import type { ForeseenView } from '#usecases/views/plan.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import type { SubmittedInCall } from '#usecases/request/submit-in-call.ts'
import type { TestDesk } from './desk.ts'

/** What is sent with a request whose numbers were read, as the form under them sends it. */
export const confirmedBy = ({ caseCode, plan }: ForeseenView) => ({ confirm: caseCode.slice(-5), planHash: plan.hash })

interface Asked {
  readonly callId: string
  readonly subjectId: string
  readonly choiceId: string
  readonly idempotencyKey: string
  readonly told: unknown
  readonly words: string
}

/** An agent who looks at the numbers, types the end of the code, and submits. */
export async function seenAndSubmitted(
  { desk }: Pick<TestDesk, 'desk'>,
  asked: Asked,
  agent: Principal,
): Promise<SubmittedInCall> {
  const { callId, subjectId, choiceId, idempotencyKey } = asked
  const of: ForeseePlanInput = { callId, subjectId, choiceId, idempotencyKey }
  const confirmed = confirmedBy(await foreseePlan.run(desk, of, agent))
  return submitFromCall.run(desk, { ...asked, confirmed }, agent)
}

/** The kinds of which the numbers come first. */
export const numbersComeFirst = (choiceId: string): boolean => /^(deregistration|void_enrolment):/.test(choiceId)
