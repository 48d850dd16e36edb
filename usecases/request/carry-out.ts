import type { Effect, EffectType } from '#domain/request/effects.ts'
import type { Facts } from '#domain/request/facts.ts'
import type { Request } from '#domain/request/request.ts'
import type { CommandContext } from '../command.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { RequestOrigin } from '../ports/request-store.ts'
import { appendConsentEvents } from './effects/append-consent-events.ts'
import { certificateEffects } from './effects/certificate.ts'
import { markEffects } from './effects/marks.ts'
import { objectionEffects } from './effects/objections.ts'
import { noticeEffects } from './effects/notices.ts'
import { taskEffects } from './effects/tasks.ts'

/** What an effect is carried out with. */
export interface EffectContext extends Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'> {
  readonly request: Request
  readonly origin: RequestOrigin
  readonly facts: Facts
}

/** What carrying out leaves to record and to do outside. */
export interface EffectResult {
  readonly events?: readonly AuditEvent[]
  readonly jobs?: readonly JobRequest[]
}

export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>
export type EffectHandlers = {
  readonly [T in EffectType]: (effect: EffectOf<T>, context: EffectContext) => Promise<EffectResult>
}

const handlers: EffectHandlers = {
  ...noticeEffects,
  ...markEffects,
  ...taskEffects,
  ...objectionEffects,
  ...certificateEffects,
  append_consent_event: appendConsentEvents,
  // The periods are derived from the events (domain book §8); only the log says it in so many words.
  close_periods: async (effect, { request }) => ({
    events: [{ what: 'enrolment.closed', ...aboutRequest(request), data: { standing: effect.standing } }],
  }),
}

/** The case and the people of a request, as every entry about it names them. */
export const aboutRequest = (request: Request) => ({
  case: request.caseCode,
  subjects: request.subjects.filter((subject) => subject.known === 'on_file').map((subject) => subject.subjectId),
})

/** Carries out the machine's effects in their order, in the transaction of the step that asked for them. */
export async function carryOut(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  request: Request,
  origin: RequestOrigin,
  effects: readonly Effect[],
  facts: Facts,
): Promise<{ events: AuditEvent[]; jobs: JobRequest[] }> {
  const events: AuditEvent[] = []
  const jobs: JobRequest[] = []
  for (const effect of effects) {
    const handle = handlers[effect.type] as (e: Effect, c: EffectContext) => Promise<EffectResult>
    const done = await handle(effect, { ...context, request, origin, facts })
    events.push(...(done.events ?? []))
    jobs.push(...(done.jobs ?? []))
  }
  return { events, jobs }
}
