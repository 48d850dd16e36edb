import type { Request } from '#domain/request/request.ts'
import { shownPause } from '#domain/request/pause.ts'
import { readingUntil } from '#domain/request/telling.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { isOfStaff } from '#domain/request/take-back.ts'
import { waitsForItsPerson } from '#domain/request/unknown-person.ts'
import type { CaseView, SystemProgressView } from '../views/case.ts'

type Head = Pick<CaseView, 'head' | 'tone'>

/** The sentence on top of a case: where it stands, in one breath. */
export function caseHead(request: Request, systems: readonly SystemProgressView[], settings: RequestSettings): Head {
  const pause = shownPause(request)
  if (pause?.kind === 'disputed') return { head: { key: 'disputed', params: { until: pause.until } }, tone: 'warn' }
  if (pause?.kind === 'on_hold') return { head: { key: 'on_hold' }, tone: 'warn' }
  const until = readingUntil(request, settings)
  if (pause?.kind === 'parked' && until !== null) return { head: { key: 'told_in_writing', params: { until } }, tone: 'info' }
  if (pause?.kind === 'parked') return { head: { key: waitsForItsPerson(request) ? 'unknown_person' : 'parked' }, tone: 'warn' }
  const { erasedInError } = request
  return erasedInError === null ? ofState(request, systems) : inError(request, erasedInError, systems, settings)
}

function ofState(request: Request, systems: readonly SystemProgressView[]): Head {
  const total = systems.length
  switch (request.state) {
    case 'open':
      return { head: { key: 'open' }, tone: 'neutral' }
    case 'awaiting_verification':
      return { head: { key: 'awaiting_verification', params: { until: request.clock.at } }, tone: 'neutral' }
    case 'awaiting_approval': {
      const first = request.approvals[0]
      if (first !== undefined) return { head: { key: 'second_approval', params: { by: first.human } }, tone: 'info' }
      return { head: { key: 'awaiting_approval', params: { at: request.decideBy } }, tone: 'info' }
    }
    case 'returned':
      return { head: { key: 'returned', params: { by: request.returnedTo ?? '' } }, tone: 'warn' }
    case 'cooling_off':
      if (request.waiting?.code === 'access_open') return { head: { key: 'window_waits_access', params: { until: request.waiting.until } }, tone: 'warn' }
      if (request.waiting?.code === 'hold') return { head: { key: 'window_waits_hold' }, tone: 'warn' }
      return { head: { key: 'cooling_off', params: { until: request.clock.at } }, tone: 'info' }
    case 'executing': {
      if (request.kind === 'access') return ofCopy(request)
      if (request.waiting?.code === 'access_open') return { head: { key: 'work_waits_access', params: { until: request.waiting.until } }, tone: 'warn' }
      const done = systems.filter((one) => one.state === 'asking_again' || one.state === 'clean' || one.state === 'informed').length
      return { head: { key: 'executing', params: { done, total } }, tone: 'info' }
    }
    case 'rechecking': {
      const done = systems.filter((one) => one.recheck !== null).length
      return { head: { key: 'rechecking', params: { done, total } }, tone: 'info' }
    }
    case 'needs_attention':
      return attention(request, systems)
    case 'completed_pending':
      return { head: { key: 'completed_pending', params: { at: request.clock.at } }, tone: 'info' }
    case 'completed':
      return completed(request, systems)
    case 'rejected':
      return { head: { key: 'rejected', params: { reason: request.rejection?.code ?? 'other', at: request.since } }, tone: 'neutral' }
    case 'cancelled':
      return { head: { key: isOfStaff(request) ? 'taken_back' : 'cancelled', params: { at: request.since } }, tone: 'neutral' }
  }
}

function attention(request: Request, systems: readonly SystemProgressView[]): Head {
  const first = request.attention[0]
  const system = first?.system ?? ''
  if (first?.cause === 'leftovers') {
    const rows = systems.find((one) => one.system === system)?.recheck?.leftovers ?? 0
    return { head: { key: 'leftovers', params: { system, rows } }, tone: 'bad' }
  }
  return { head: { key: 'gave_up', params: { system } }, tone: 'bad' }
}

const ofCopy = ({ copySentAt, clock }: Request): Head =>
  copySentAt === null
    ? { head: { key: 'copy_being_sent' }, tone: 'info' }
    : { head: { key: 'copy_to_fetch', params: { until: clock.at } }, tone: 'info' }

/** Carried out in error: what went is to be restored as far as it can be, while the incident's own clock runs. */
function inError(
  { markedAt }: Request,
  { at }: NonNullable<Request['erasedInError']>,
  systems: readonly SystemProgressView[],
  { incidentMs }: RequestSettings,
): Head {
  const rows = systems.reduce((n, one) => n + one.gone + one.masked, 0)
  return {
    head: { key: 'in_error', params: { at, until: at + incidentMs, marked: markedAt === null ? 'no' : 'yes', rows } },
    tone: 'bad',
  }
}

function completed(request: Request, systems: readonly SystemProgressView[]): Head {
  const rows = systems.reduce((n, one) => n + one.gone, 0)
  const masked = systems.reduce((n, one) => n + one.masked, 0)
  const kept = systems.reduce((n, one) => n + one.kept, 0)
  const touched = systems.length
  if (request.outcome?.result === 'full') return { head: { key: 'completed_full', params: { systems: touched, rows: rows + masked } }, tone: 'good' }
  if (request.outcome?.result === 'collected') return { head: { key: 'copy_fetched', params: { at: request.endedAt ?? request.since } }, tone: 'good' }
  if (request.outcome?.result === 'not_collected') {
    return { head: { key: 'copy_not_collected', params: { at: request.endedAt ?? request.since } }, tone: 'neutral' }
  }
  if (request.outcome?.result === 'retained') {
    return { head: { key: 'completed_retained', params: { systems: touched, rows, masked, kept } }, tone: 'good' }
  }
  return { head: { key: 'completed_plain', params: { at: request.endedAt ?? request.since } }, tone: 'good' }
}
