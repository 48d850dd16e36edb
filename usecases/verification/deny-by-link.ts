import { pauseOf } from '#domain/request/pause.ts'
import { isFinal } from '#domain/request/states.ts'
import type { CommandContext, CommandResult } from '../command.ts'
import { notFound } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { actOnCase } from '../request/act-on-case.ts'
import { aboutRequest } from '../request/carry-out.ts'
import type { LinkFollowed } from '../views/link.ts'
import type { LinkBehind } from './link-behind.ts'
import { raiseLevel } from './raise-level.ts'

type Context = Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>
type Behind<A extends LinkBehind['about']> = Extract<LinkBehind, { about: A }>

/** The old contact that answers a notice (domain book §5.2, disputed): it proves itself by answering. */
const contact = { type: 'contact' } as const

/**
 * Whoever holds a contact on file does not call. Nothing that was shown in this call counts any more, nothing shown in
 * it later gives more than a claim, and what was asked for in it stands still until a supervisor has looked.
 */
export async function denyInCall(
  context: Context,
  { link, verificationId, call }: Behind<'call'>,
): Promise<CommandResult<LinkFollowed>> {
  const { store, now } = context
  const { subjectId } = link
  if (!(await store.calls.endVerification(verificationId, 'refused', now))) throw notFound('link')
  for (const one of await store.calls.verifications(call.id)) {
    if (one.subjectId !== subjectId) continue
    if (one.outcome === 'pending') await store.calls.endVerification(one.id, 'superseded', now)
    if (one.outcome === 'passed') await store.calls.lapseVerification(one.id)
  }
  await raiseLevel(context, call, subjectId)
  const events: AuditEvent[] = []
  const jobs: JobRequest[] = []
  let cases = 0
  for (const stored of await store.requests.ofSubject(subjectId)) {
    if (![stored.origin.callId, stored.verifiedIn].includes(call.id) || !canBeDisputed(stored)) continue
    const done = await dispute(context, stored, call.id)
    events.push(...done.events)
    jobs.push(...(done.jobs ?? []))
    cases += 1
  }
  const data = { verification: verificationId, notification: link.id, confirmed: false, cases }
  return {
    value: { answer: 'refuse' },
    events: [
      { what: 'verification.link_used', outcome: 'denied', call: call.id, subjects: [subjectId], data },
      ...events,
    ],
    jobs,
  }
}

/** They did not ask for it: the case stands still until a supervisor has looked. */
export async function denyInCase(context: Context, { link, stored }: Behind<'case'>): Promise<CommandResult<LinkFollowed>> {
  const done = await dispute(context, stored, null)
  const data = { notification: link.id, confirmed: false }
  const about = { ...aboutRequest(stored.request), subjects: [link.subjectId] }
  return {
    value: { answer: 'refuse' },
    events: [{ what: 'verification.link_used', outcome: 'denied', ...about, data }, ...done.events],
    jobs: done.jobs ?? [],
  }
}

const canBeDisputed = ({ request }: StoredRequest): boolean =>
  !isFinal(request.state) && pauseOf(request, 'disputed') === null

const dispute = (context: Context, stored: StoredRequest, call: string | null) =>
  actOnCase(context, stored, { type: 'dispute', at: context.now, by: contact }, { what: 'request.disputed', call })
