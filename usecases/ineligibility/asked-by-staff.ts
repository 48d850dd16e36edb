import type { RequestKind, Scope } from '#domain/request/kinds.ts'
import type { NamedSubject } from '#domain/request/events.ts'
import type { CommandContext } from '../command.ts'
import { notAllowed } from '../errors.ts'
import type { AuditEvents, JobRequest } from '../event.ts'
import { freshCaseCode } from '../request/fresh-case-code.ts'
import { keepTyped } from '../request/keep-typed.ts'
import { openRequest } from '../request/open.ts'

type Context = Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>

/** What a member of staff asks for by themselves, without a caller. */
export interface AskedByStaff {
  readonly kind: Extract<RequestKind, 'ineligibility' | 'ineligibility_correction'>
  readonly scope: Scope
  readonly about: string | null
  readonly subjects: readonly NamedSubject[]
  readonly jurisdiction: string | null
  readonly words: string
  readonly idempotencyKey: string
}

/** Where a request stands that staff opened. */
export interface OpenedByStaff {
  readonly requestId: string
  readonly caseCode: string
}

/** The request that this form opened already, if it was sent twice. */
export async function alreadyAsked(
  { store }: Pick<Context, 'store'>,
  key: string,
): Promise<{ value: OpenedByStaff; events: AuditEvents } | null> {
  const known = await store.requests.byOpeningKey(key)
  if (known === null) return null
  const { id, caseCode } = known.request
  return { value: { requestId: id, caseCode }, events: [{ what: 'request.opened_again', case: caseCode }] }
}

/** Opens it; what was typed is kept for whoever decides. */
export async function openAsked(
  context: Context,
  asked: AskedByStaff,
): Promise<{ value: OpenedByStaff; events: AuditEvents; jobs: readonly JobRequest[] }> {
  const { actor, now, ids } = context
  if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
  const { words, idempotencyKey, jurisdiction, ...what } = asked
  const opened = await openRequest(context, {
    ...what,
    purpose: null,
    source: { type: 'staff', ref: null },
    askedByPerson: false,
    told: null,
    receivedAt: now,
    caseCode: freshCaseCode(ids),
    origin: {
      openedBy: actor.humanRef, channel: 'desk', jurisdiction, callId: null, intakeId: null, openingKey: idempotencyKey,
    },
  })
  await keepTyped(context, opened.request, 'caller_words', words)
  const { id, caseCode } = opened.request
  return { value: { requestId: id, caseCode }, events: opened.events, jobs: opened.jobs }
}
