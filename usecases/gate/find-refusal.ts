import { createHash } from 'node:crypto'
import { parseDecisionId } from '#domain/ineligibility/decision-id.ts'
import { levelOfGrant } from '../call/level-in.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { openAlready } from '../erased/erased-person.ts'
import { erasedGrants } from '../erased/grant-erased.ts'
import { invalidInput, notAllowed } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { GateRefusalRecord } from '../ports/gate-store.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'
import { serviceRef } from '../present/service-ref.ts'
import { auditedQuery, type QueryContext } from '../query.ts'
import { objectionUnderWay } from '../request/objection-under-way.ts'
import { barsSubject, entryStands } from '../registry/bars-subject.ts'
import { findRefusalInput, type FindRefusalInput } from '../views/desk-inputs.ts'
import type { RefusalView } from '../views/desk.ts'

type Context = QueryContext<FindRefusalInput>

/**
 * "Why was I refused?" The person reads out the decision's id, and is told why once they are verified, if it was about
 * them: about any account or erasure that this call opened. A refusal of somebody else is answered like an id that
 * never was (domain book §7).
 */
export const findRefusal = auditedQuery({
  name: 'gate.find_refusal',
  permission: 'gate.find_refusal',
  input: findRefusalInput,
  async run(context): Promise<{ value: RefusalView; events: [AuditEvent] }> {
    const { input, store } = context
    const call = await ownLiveCall(context, input.callId)
    const caller = await verifiedIn(context, call)
    if (caller.opened.length === 0) throw notAllowed('level_too_low', { call: call.id })
    const decisionId = parseDecisionId(input.decisionId)
    if (decisionId === null) throw invalidInput('input', { decisionId: 'decision_id' })
    const refusal = await store.gate.refusal(decisionId)
    const value = refusal === null ? unknown : await whyOf(context, caller, refusal)
    return {
      value,
      events: [
        {
          what: 'decision.looked_up',
          call: call.id,
          subjects: caller.erased ? [] : caller.opened,
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

/** Whom this call has verified: accounts on file, or the deletions and entries of somebody who was erased. */
interface VerifiedCaller {
  readonly erased: boolean
  readonly opened: readonly string[]
}

/** Only what the screen shows counts: an account on file with those beside it, or whoever was erased. */
async function verifiedIn({ store, now }: Context, call: CallRecord): Promise<VerifiedCaller> {
  if (call.found === 'erased') {
    return { erased: true, opened: (await erasedGrants(store, call, now)).map(({ subjectId }) => subjectId) }
  }
  const verified = (await store.calls.grants(call.id)).filter((grant) => levelOfGrant(grant, now) >= 2)
  const subjects = await Promise.all(verified.map(({ subjectId }) => store.subjects.get(subjectId)))
  return { erased: false, opened: subjects.flatMap((one) => (one?.status === 'active' ? [one.id] : [])) }
}

async function whyOf(context: Context, caller: VerifiedCaller, refusal: GateRefusalRecord): Promise<RefusalView> {
  const { store, now } = context
  const about = { at: refusal.at, service: serviceRef(refusal.service) }
  const entry = await store.registry.byId(refusal.entryId)
  if (entry !== null) {
    const subjectId = await barredBy(context, caller, entry)
    if (subjectId === undefined) return unknown
    const stored = await store.requests.byId(entry.requestId)
    return {
      ...about,
      why: 'barred',
      since: entry.createdAt,
      caseCode: stored?.request.caseCode ?? '',
      stands: entryStands(entry, now),
      erasureId: entry.requestId,
      entryId: entry.id,
      subjectId,
      objectionLock: subjectId === null
        ? await openAlready(store, entry.id, 'objection')
        : objectionUnderWay(await store.requests.ofSubject(subjectId), entry.requestId),
    }
  }
  const deletion = await store.requests.byId(refusal.entryId)
  const names = deletion?.request.subjects.some((one) => caller.opened.includes(one.subjectId)) ?? false
  if (deletion === null || !names) return unknown
  return { ...about, why: 'deletion_open', since: deletion.request.openedAt, caseCode: deletion.request.caseCode }
}

/** The account that an entry bars, null where they were erased; undefined where it is somebody else's. */
async function barredBy(
  context: Context,
  { erased, opened }: VerifiedCaller,
  entry: RegistryEntryRecord,
): Promise<string | null | undefined> {
  // Somebody who was erased is granted the entries themselves; of others it is their own identifiers that say so.
  if (erased) return opened.includes(entry.id) ? null : undefined
  for (const subjectId of opened) if (await barsSubject(context, entry, subjectId)) return subjectId
  return undefined
}
