import type { RequestKind } from '#domain/request/kinds.ts'
import { seesNumbersFirst } from '#domain/request/numbers-first.ts'
import { isBeforeExecuting } from '#domain/request/states.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { levelsInCall } from '../request/levels-in-call.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { invalidInput, notAllowed, notFound, preconditionFailed } from '../errors.ts'
import type { AskedOfSystems } from '../ports/planner.ts'
import type { QueryContext } from '../query.ts'
import { caseCodeOf } from '../request/case-code-of.ts'
import { choiceOf, scopeOf } from '../request/open-from-call.ts'
import type { ForeseePlanInput } from '../views/desk-inputs.ts'

/** What is asked for, with the code that it has or will have. */
export interface AskedInCall {
  readonly caseCode: string
  /** Whether there is a case of that code already. */
  readonly opened: boolean
  readonly asked: AskedOfSystems
}

type Context = Pick<QueryContext<unknown>, 'store' | 'actor' | 'now' | 'secrets'>

/**
 * What an agent may see the numbers of: something that begins as they submit it, for a caller of their own live call
 * who is verified.
 *
 * @throws NotAllowed for another's call or below level 2; NotFound; InvalidInput for a kind that somebody decides on
 */
export async function askedInCall(context: Context, input: ForeseePlanInput): Promise<AskedInCall> {
  const { store } = context
  const call = await ownLiveCall(context, input.callId)
  const found = 'caseCode' in input ? await ofCase(context, input.caseCode) : await ofChoice(context, input)
  const levels = await levelsInCall(context, call.id)
  const named = found.asked.subjects.map(({ subjectId }) => subjectId)
  if (named.length === 0 || named.some((subjectId) => (levels.get(subjectId) ?? 0) < 2)) {
    throw notAllowed('level_too_low', { call: call.id })
  }
  const settings = requestSettingsFrom(await store.settings.all())
  if (!seesNumbersFirst(found.asked.kind, settings)) throw invalidInput('choice', { choiceId: 'choice' })
  return found
}

async function ofCase({ store }: Context, caseCode: string): Promise<AskedInCall> {
  const stored = await store.requests.byCaseCode(caseCode)
  if (stored === null) throw notFound('case')
  const { kind, scope, subjects, state } = stored.request
  if (!isBeforeExecuting(state)) throw preconditionFailed('no_such_step', { case: caseCode })
  return { caseCode, opened: true, asked: { kind, scope, subjects } }
}

async function ofChoice(
  context: Context,
  input: Exclude<ForeseePlanInput, { caseCode: string }>,
): Promise<AskedInCall> {
  const { store, secrets } = context
  const choice = choiceOf(input.choiceId)
  const { scope } = await scopeOf({ store }, choice)
  if ((await store.subjects.get(input.subjectId))?.status !== 'active') throw notFound('subject')
  const kind: RequestKind = choice.kind
  const asked = { kind, scope, subjects: [{ subjectId: input.subjectId, known: 'on_file' as const }] }
  return { caseCode: caseCodeOf(secrets, input.callId, input.idempotencyKey), opened: false, asked }
}
