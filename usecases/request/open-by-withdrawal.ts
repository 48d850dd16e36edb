import { z } from 'zod'
import { isFinal } from '#domain/request/states.ts'
import { command, type CommandContext } from '../command.ts'
import { notAllowed } from '../errors.ts'
import type { AuditEvent, AuditEvents, JobRequest } from '../event.ts'
import type { ServiceRecord } from '../ports/consent-store.ts'
import { aboutRequest } from './carry-out.ts'
import { freshCaseCode } from './fresh-case-code.ts'
import { openRequest } from './open.ts'

const Arrived = z.object({ subjectId: z.uuid(), purpose: z.string(), eventId: z.string() })
type Context = CommandContext<z.infer<typeof Arrived>>

/**
 * A `ConsentWithdrawn` for the purpose that a service rests on is its deregistration (domain book §5.3): opened by
 * itself, once for each event and service, and not where the person is leaving the service already. Actor: the worker.
 */
export const openByWithdrawal = command({
  name: 'request.open_by_withdrawal',
  permission: 'request.open',
  input: Arrived,
  async run(context): Promise<{ value: { opened: string[] }; events: AuditEvents; jobs: JobRequest[] }> {
    const { input, store, actor } = context
    if (actor.type !== 'system') throw notAllowed('not_permitted')
    const subject = await store.subjects.get(input.subjectId)
    const resting = (await store.consents.services()).filter((service) => service.restsOn === input.purpose)
    const opened: string[] = []
    const events: AuditEvent[] = []
    const jobs: JobRequest[] = []
    for (const service of subject?.status === 'active' ? resting : []) {
      const openingKey = `withdrawal:${input.eventId}:${service.key}`
      const known = await store.requests.byOpeningKey(openingKey)
      if (known !== null) {
        opened.push(known.request.id)
        events.push({ what: 'request.opened_again', ...aboutRequest(known.request) })
        continue
      }
      if (await isLeaving(context, service)) continue
      const place = subject?.jurisdiction ?? null
      const done = await openRequest(context, deregistration(context, service, openingKey, place))
      opened.push(done.request.id)
      events.push(...done.events)
      jobs.push(...done.jobs)
    }
    const [first, ...rest] = events
    const nothing: AuditEvent = { what: 'request.looked_at', subjects: [input.subjectId], data: { purpose: input.purpose } }
    return { value: { opened }, events: first === undefined ? [nothing] : [first, ...rest], jobs }
  },
})

/**
 * A deregistration or a deletion that covers the service is under way. One that waits for verification is not: anybody
 * can have filed it, and this withdrawal is on record.
 */
async function isLeaving({ store, input }: Context, { key }: ServiceRecord): Promise<boolean> {
  const requests = await store.requests.ofSubject(input.subjectId)
  return requests.some(
    ({ request: { kind, scope, state } }) =>
      (kind === 'deregistration' || kind === 'deletion') &&
      !isFinal(state) &&
      state !== 'awaiting_verification' &&
      (scope.scope === 'account' || scope.service === key),
  )
}

const deregistration = (
  { input, now, ids }: Context,
  { key }: ServiceRecord,
  openingKey: string,
  jurisdiction: string | null,
) => ({
  kind: 'deregistration' as const,
  scope: { scope: 'service' as const, service: key },
  purpose: null,
  about: null,
  subjects: [{ subjectId: input.subjectId, known: 'on_file' as const }],
  source: { type: 'consent_event' as const, ref: input.eventId },
  askedByPerson: true,
  told: null,
  receivedAt: now,
  caseCode: freshCaseCode(ids),
  origin: { openedBy: 'system', channel: 'account_system', jurisdiction, callId: null, intakeId: null, openingKey },
})
