import { assuranceInCall, type CallNow } from '#domain/access/assurance-in-call.ts'
import type { AssuranceLevel } from '#domain/access/assurance.ts'
import type { CommandContext } from '../command.ts'
import type { CallRecord } from '../ports/call-store.ts'
import { isStated } from './stated.ts'

/**
 * Takes from a call that somebody takes up the levels that ended, with everything they rest on: another voice may be on
 * the line, who has to show it anew. Codes on their way, proofs that passed and stated contacts count no more.
 *
 * @param ended how the call stands for whoever takes it up
 * @returns how many levels were lost
 */
export async function loseLevels(
  { store, now }: Pick<CommandContext<unknown>, 'store' | 'now'>,
  call: CallRecord,
  ended: CallNow,
  resumeMs: number,
): Promise<number> {
  const levelNow = (subjectId: string, level: AssuranceLevel) =>
    assuranceInCall({ callId: call.id, subjectId, agentId: call.staffId, level }, ended, { subjectId, now, resumeMs })
  // The highest there is stands for all: either the caller is still there, or nothing they showed counts.
  if (levelNow(call.id, 3) === 3) return 0
  let lost = 0
  for (const grant of await store.calls.grants(call.id)) {
    const level = levelNow(grant.subjectId, grant.level as AssuranceLevel)
    if (level === grant.level) continue
    lost += 1
    await store.calls.putGrant({ ...grant, level, levelAt: null })
  }
  for (const one of await store.calls.verifications(call.id)) {
    if (one.outcome === 'pending') await store.calls.endVerification(one.id, 'superseded', now)
    if (one.outcome === 'passed') await store.calls.lapseVerification(one.id)
    if (isStated(one)) await store.erasure.endSealedOf(one.id, 'contact')
  }
  return lost
}
