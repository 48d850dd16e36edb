import type { AuditCode } from '#domain/audit/codes.ts'
import { defectivePeriods, runningPeriods } from '#domain/consent/standing.ts'
import { aboutRequest, type EffectContext, type EffectOf, type EffectResult } from '../carry-out.ts'
import { periodsOf } from '../enrolment-of.ts'

/**
 * Appends what a step says about consents: withdrawn for a purpose or for all of a scope, found never to have been
 * valid for each defective period, or at an end for each that runs. Appended, never edited: the current state is
 * derived from the events.
 */
export async function appendConsentEvents(
  effect: EffectOf<'append_consent_event'>,
  context: EffectContext,
): Promise<EffectResult> {
  const { store, request, now } = context
  let appended = 0
  for (const { subjectId, known } of request.subjects) {
    if (known !== 'on_file') continue
    for (const { purpose, noticeVersion, key, concerns } of await targets(effect, context, subjectId)) {
      const outcome = await store.consents.append(
        {
          subjectId,
          purpose,
          noticeVersion,
          state: effect.state,
          indication: 'request',
          channel: 'rightsdesk',
          occurredAt: now,
          // The same step run again appends nothing.
          eventId: `${request.id}:${effect.state}:${key}`,
          evidenceRef: null,
          concerns,
        },
        now,
        'rightsdesk',
      )
      if (outcome === 'added') appended += 1
    }
  }
  const data = { events: appended, of: effect.of }
  return { events: [{ what: codeOf[effect.state], ...aboutRequest(request), data }] }
}

const codeOf = {
  ConsentWithdrawn: 'consent.withdrawn',
  ConsentInvalidated: 'consent.invalidated',
  ConsentExpired: 'consent.expired',
} as const satisfies Record<EffectOf<'append_consent_event'>['state'], AuditCode>

interface Target {
  readonly purpose: string
  readonly noticeVersion: string | null
  readonly key: string
  readonly concerns: string | null
}

async function targets(effect: EffectOf<'append_consent_event'>, context: EffectContext, subjectId: string): Promise<Target[]> {
  const { store, request } = context
  if (effect.of === 'purpose') {
    const key = request.purpose?.key
    return key === undefined ? [] : [{ purpose: key, noticeVersion: null, key, concerns: null }]
  }
  const services = (await store.consents.services()).filter(
    (service) => request.scope.scope === 'account' || service.key === request.scope.service,
  )
  if (effect.of === 'scope') {
    // Only what the service rests on: another purpose that it names may serve others too.
    return services.map(({ restsOn }) => ({ purpose: restsOn, noticeVersion: null, key: restsOn, concerns: null }))
  }
  const periods = effect.of === 'running_periods' ? runningPeriods : defectivePeriods
  const found = await Promise.all(
    services.map(async (service) =>
      periods(await periodsOf(store, subjectId, service)).map(({ restsOn }) => ({
        purpose: service.restsOn,
        noticeVersion: restsOn.noticeVersion,
        key: restsOn.eventId,
        concerns: restsOn.eventId,
      })),
    ),
  )
  return found.flat()
}
