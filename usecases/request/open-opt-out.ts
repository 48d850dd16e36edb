import { z } from 'zod'
import { currentState } from '#domain/consent/current-state.ts'
import { isOptional } from '#domain/service/optional-purposes.ts'
import { command } from '../command.ts'
import { notAllowed } from '../errors.ts'
import type { AuditEvents, JobRequest } from '../event.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { aboutRequest } from './carry-out.ts'
import { freshCaseCode } from './fresh-case-code.ts'
import { openRequest } from './open.ts'
import { sameOnFile } from './same-on-file.ts'

interface Opened {
  /** What is to be submitted now; null where nothing is. */
  readonly requestId: string | null
}

/**
 * Opens what was taken down blind in a call, for one of those who hold the identifier. It is no request of the call's:
 * the call must not show that there was anybody. Actor: the worker.
 */
export const openOptOut = command({
  name: 'request.open_opt_out',
  permission: 'request.open',
  input: z.object({ subjectId: z.uuid(), purpose: z.string(), callId: z.uuid(), at: z.int() }),
  async run(context): Promise<{ value: Opened; events: AuditEvents; jobs?: readonly JobRequest[] }> {
    const { input, store, actor, ids, now } = context
    if (actor.type !== 'system') throw notAllowed('not_permitted')
    const { subjectId, purpose, callId } = input
    const openingKey = `opt_out:${callId}:${purpose}:${subjectId}`
    const known = await store.requests.byOpeningKey(openingKey)
    if (known !== null) return again(known)
    const nothing = (why: string) => ({
      value: { requestId: null },
      events: [{ what: 'request.opt_out_not_needed', call: callId, subjects: [subjectId], data: { purpose, why } }] as const,
    })
    const [subject, services] = await Promise.all([store.subjects.get(subjectId), store.consents.services()])
    const service = services.find((one) => one.purposes.includes(purpose))
    if (subject?.status !== 'active') return nothing('erased')
    if (service === undefined || !isOptional(purpose, services)) return nothing('not_optional')
    const { state } = currentState(purpose, await store.consents.events(subjectId))
    if (state === 'ConsentWithdrawn' || state === 'ConsentRefused') return nothing('said_already')
    const scope = { scope: 'service', service: service.key } as const
    const same = await sameOnFile(store, { kind: 'consent_withdrawal', scope, purpose, subjectIds: [subjectId] })
    if (same !== null) return again(same)
    const opened = await openRequest(context, {
      kind: 'consent_withdrawal',
      scope,
      purpose: { key: purpose, restsOn: false, optOut: true },
      about: null,
      subjects: [{ subjectId, known: 'on_file' }],
      source: { type: 'opt_out', ref: callId },
      askedByPerson: true,
      told: null,
      receivedAt: Math.min(input.at, now),
      caseCode: freshCaseCode(ids),
      origin: {
        openedBy: 'system', channel: (await store.calls.get(callId))?.channel ?? 'phone', jurisdiction: subject.jurisdiction,
        callId: null, intakeId: null, openingKey,
      },
    })
    return { value: { requestId: opened.request.id }, events: opened.events, jobs: opened.jobs }
  },
})

/** What is under way, or was carried out, goes on as it is. */
const again = ({ request }: StoredRequest) => ({
  value: { requestId: request.state === 'open' ? request.id : null },
  events: [{ what: 'request.opened_again', ...aboutRequest(request) }] as const,
})
