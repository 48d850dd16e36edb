import { z } from 'zod'
import { isCaseCode } from '#domain/request/case-code.ts'
import type { RequestEvent } from '#domain/request/events.ts'
import type { Request } from '#domain/request/request.ts'
import type { AuditCode } from '#domain/audit/codes.ts'
import type { CommandContext, CommandResult } from '../command.ts'
import { conflict, notFound } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { aboutRequest } from './carry-out.ts'
import { transition } from './transition.ts'

/** A case code as it is stored. */
export const CaseCode = z.string().refine(isCaseCode, { error: 'case_code' })

/** Whoever acts on a case sends back the version that they saw; null only for machines that hold no screen. */
export const OnCase = z.object({ caseCode: CaseCode, version: z.int().min(1) })

/** What a screen learns of an act: where the case stands now. */
export interface CaseMoved {
  readonly caseCode: string
  readonly state: string
  readonly version: number
}

type Context = Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>

/** The case behind a code. @throws NotFound; Conflict when the version is not the one that was seen */
export async function caseByCode(
  { store }: Pick<Context, 'store'>,
  caseCode: string,
  version: number | null,
): Promise<StoredRequest> {
  const stored = await store.requests.byCaseCode(caseCode)
  if (stored === null) throw notFound('case')
  if (version !== null && stored.request.version !== version) throw conflict('stale', { case: caseCode })
  return stored
}

/** Puts one event to a case and reports it under one audit code, with the effects' own entries behind it. */
export async function actOnCase(
  context: Context,
  stored: StoredRequest,
  event: RequestEvent,
  entry: { readonly what: AuditCode; readonly data?: AuditEvent['data']; readonly call?: string | null },
  levels?: ReadonlyMap<string, number>,
): Promise<CommandResult<CaseMoved> & { readonly request: Request }> {
  const done = await transition(context, stored, event, levels)
  const first: AuditEvent = {
    what: entry.what,
    ...aboutRequest(done.request),
    call: entry.call ?? null,
    data: { state: done.request.state, ...entry.data },
  }
  return { value: moved(done.request, stored), events: [first, ...done.events], jobs: done.jobs, request: done.request }
}

/** The row's version after the save: the runner's own count, not the machine's. */
const moved = (request: Request, stored: StoredRequest): CaseMoved => ({
  caseCode: request.caseCode,
  state: request.state,
  version: stored.request.version + 1,
})
