import { z } from 'zod'
import { seesNumbersFirst } from '#domain/request/numbers-first.ts'
import type { RequestKind } from '#domain/request/kinds.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { AppError, preconditionFailed, type ErrorAbout } from '../errors.ts'
import type { Store } from '../ports/store.ts'

/** What an agent sends who has seen the numbers: the end of the case code as typed, and the plan that was shown. */
export const Confirmed = z.object({
  confirm: z.string().trim().toUpperCase().max(9),
  planHash: z.string().regex(/^[0-9a-f]{64}$/, { error: 'plan_hash' }),
})
export type Confirmed = z.infer<typeof Confirmed>

/**
 * Nothing that can not be undone is submitted by whoever has not seen what it does, and typed the end of its code.
 *
 * @throws PreconditionFailed `numbers_first`; InvalidInput at `confirm` for another code
 */
export async function checkConfirmed(
  store: Store,
  { kind, caseCode }: { readonly kind: RequestKind; readonly caseCode: string },
  confirmed: Confirmed | null,
  about: ErrorAbout,
): Promise<void> {
  if (!seesNumbersFirst(kind, requestSettingsFrom(await store.settings.all()))) return
  if (confirmed === null) throw preconditionFailed('numbers_first', about)
  checkTyped(caseCode, confirmed, about)
}

/** The end of the case code was typed. @throws InvalidInput at `confirm` for that of another one */
export function checkTyped(caseCode: string, { confirm }: Confirmed, about: ErrorAbout): void {
  if (confirm !== caseCode.slice(-5)) {
    throw new AppError('invalid_input', 'confirm', { about, fields: { confirm: 'confirm_code' } })
  }
}

/**
 * What is submitted is what was shown: the effective lines of the plan made meanwhile are the same.
 *
 * @throws PreconditionFailed `plan_differs`
 */
export async function checkPlanShown(
  store: Store,
  request: { readonly id: string; readonly caseCode: string },
  planHash: string | null,
  callId: string,
): Promise<void> {
  if (planHash === null) return
  const today = await store.erasure.latestPlan(request.id)
  if (today?.hash !== planHash) throw preconditionFailed('plan_differs', { case: request.caseCode, call: callId })
}
