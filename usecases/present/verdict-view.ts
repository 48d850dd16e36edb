import { verdict } from '#domain/consent/verdict.ts'
import type { Period } from '#domain/consent/enrolment.ts'
import { offeredFirst, standingOf, validPeriods } from '#domain/consent/standing.ts'
import type { ConsentEvent } from '#domain/consent/consent-event.ts'
import type { ServiceRecord } from '../ports/consent-store.ts'
import type { VerdictView } from '../views/consent.ts'
import { serviceRef } from './service-ref.ts'

/** The one sentence on top about one service, with the paragraph under it. */
export function verdictView(
  service: ServiceRecord,
  periods: readonly Period[],
  events: readonly ConsentEvent[],
): VerdictView {
  const refusals = events.filter((one) => one.purpose === service.restsOn && one.state === 'ConsentRefused')
  const refusedAt = refusals.length === 0 ? null : Math.max(...refusals.map((one) => one.occurredAt))
  const said = verdict(serviceRef(service.key).name, periods, refusedAt)
  return {
    key: said.key,
    params: said.params,
    tone: toneOf(periods),
    detail: detailOf(periods),
  }
}

/** The service whose sentence stands on top: where something is wrong first, then where they are enrolled. */
export function foremost<T extends { periods: readonly Period[] }>(services: readonly T[]): T | null {
  return (
    services.find(({ periods }) => offeredFirst(periods) !== null) ??
    services.find(({ periods }) => standingOf(periods) === 'enrolled') ??
    services[0] ??
    null
  )
}

function toneOf(periods: readonly Period[]): VerdictView['tone'] {
  if (offeredFirst(periods) !== null) return validPeriods(periods).length > 0 ? 'warn' : 'bad'
  return standingOf(periods) === 'enrolled' ? 'good' : 'neutral'
}

function detailOf(periods: readonly Period[]): VerdictView['detail'] {
  const valid = validPeriods(periods)
  if (offeredFirst(periods) !== null) {
    const later = valid.find((period) => period.status === 'enrolled')
    return later === undefined ? { key: 'never_chose' } : { key: 'chose_later', params: { at: later.from } }
  }
  switch (standingOf(periods)) {
    case 'enrolled':
      return { key: 'own_choice', params: { version: valid.at(-1)?.restsOn.noticeVersion ?? '' } }
    case 'deregistered':
      return { key: 'may_return' }
    case 'not_enrolled':
    case 'void':
      return { key: 'stays_out' }
    case 'erased':
      return null
  }
}
