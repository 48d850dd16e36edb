import { createHash } from 'node:crypto'
import { parseDecisionId } from '#domain/ineligibility/decision-id.ts'
import { levelIn } from '../call/level-in.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { openAlready } from '../erased/erased-person.ts'
import { erasedGrants } from '../erased/grant-erased.ts'
import { invalidInput, notAllowed } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { GateRefusalRecord } from '../ports/gate-store.ts'
import { serviceRef } from '../present/service-ref.ts'
import { auditedQuery, type QueryContext } from '../query.ts'
import { barsSubject, entryStands } from '../registry/bars-subject.ts'
import { findRefusalInput, type FindRefusalInput } from '../views/desk-inputs.ts'
import type { RefusalView } from '../views/desk.ts'

/**
 * "Why was I refused?" The person reads out the decision's id, and is told why once they are verified, if it was about
 * them. A refusal of somebody else is answered like an id that never was (domain book §7).
 */
export const findRefusal = auditedQuery({
  name: 'gate.find_refusal',
  permission: 'gate.find_refusal',
  input: findRefusalInput,
  async run(context): Promise<{ value: RefusalView; events: [AuditEvent] }> {
    const { input, store } = context
    const call = await ownLiveCall(context, input.callId)
    if ((await levelIn(context, call, input.subjectId)) < 2) throw notAllowed('level_too_low', { call: call.id })
    const decisionId = parseDecisionId(input.decisionId)
    if (decisionId === null) throw invalidInput('input', { decisionId: 'decision_id' })
    const refusal = await store.gate.refusal(decisionId)
    const value = refusal === null ? unknown : await whyOf(context, call, refusal)
    const onFile = (await store.subjects.get(input.subjectId)) !== null
    return {
      value,
      events: [
        {
          what: 'decision.looked_up',
          call: call.id,
          subjects: onFile ? [input.subjectId] : [],
          data: {
            decision_sha256: createHash('sha256').update(decisionId).digest('hex'),
            theirs: value.why !== 'unknown',
          },
        },
      ],
    }
  },
})

const unknown: RefusalView = { why: 'unknown' }

async function whyOf(
  context: QueryContext<FindRefusalInput>,
  call: CallRecord,
  refusal: GateRefusalRecord,
): Promise<RefusalView> {
  const { input, store, now } = context
  const about = { at: refusal.at, service: serviceRef(refusal.service) }
  const entry = await store.registry.byId(refusal.entryId)
  if (entry !== null) {
    // Somebody who was erased is granted the entries themselves; of others it is their own identifiers that say so.
    const granted = new Set((await erasedGrants(store, call, now)).map(({ subjectId }) => subjectId))
    const erased = granted.has(input.subjectId) && granted.has(entry.id)
    if (!erased && !(await barsSubject(context, entry, input.subjectId))) return unknown
    const stored = await store.requests.byId(entry.requestId)
    return {
      ...about,
      why: 'barred',
      since: entry.createdAt,
      caseCode: stored?.request.caseCode ?? '',
      stands: entryStands(entry, now),
      erasureId: entry.requestId,
      entryId: entry.id,
      subjectId: erased ? null : input.subjectId,
      objectionLock: await openAlready(store, erased ? entry.id : input.subjectId, 'objection'),
    }
  }
  const deletion = await store.requests.byId(refusal.entryId)
  const names = deletion?.request.subjects.some((one) => one.subjectId === input.subjectId) ?? false
  if (deletion === null || !names) return unknown
  return { ...about, why: 'deletion_open', since: deletion.request.openedAt, caseCode: deletion.request.caseCode }
}
