import { consentsEndedBy, inOrder, isGiving, type ConsentEvent } from './consent-event.ts'
import { defectsOf, type ConsentPerson, type Defect } from './defects.ts'
import { noticeShown, type Notice } from './notice.ts'

/** How a period of an enrolment stands (domain.md §8). `erased` is final for the period. */
export type PeriodStatus = 'enrolled' | 'deregistered' | 'void' | 'erased'

/** How a subject stands in a service. */
export type Standing = 'not_enrolled' | PeriodStatus

/** One stretch of an enrolment, resting on one consent. Times are epoch ms. */
export interface Period {
  readonly from: number
  /** Null while it runs. */
  readonly to: number | null
  readonly status: PeriodStatus
  /**
   * The consent it rests on does not count: the operator's system did enrol them, and somebody has to act.
   */
  readonly flagged: boolean
  readonly defects: readonly Defect[]
  readonly restsOn: {
    readonly eventId: string
    readonly noticeVersion: string | null
    readonly control: Notice['control'] | null
  }
  /** The event that ended it, where one did. */
  readonly endedBy: string | null
}

/** What the periods of one service follow from, beside the events. */
export interface EnrolmentContext {
  readonly service: { readonly key: string; readonly restsOn: string }
  readonly notices: readonly Notice[]
  readonly person: ConsentPerson
  /** The person's language, to find the notice they saw. */
  readonly locale: string | null
  /** Ids of consents to which the gate said no: they opened nothing. */
  readonly gateRefusals?: ReadonlySet<string>
  /** Ends that no consent event tells: a deregistration or a mark carried out by a request. */
  readonly closedAt?: readonly number[]
  /** Erasures of this service's data, or of the account. */
  readonly erasedAt?: readonly number[]
}

interface OpenPeriod {
  readonly event: ConsentEvent
  readonly defective: boolean
  readonly defects: readonly Defect[]
  readonly control: Notice['control'] | null
  to: number | null
  status: PeriodStatus
  endedBy: string | null
}

/**
 * What happened, in order: a consent event, an end without one, an erasure. Of things at one moment, in this
 * order.
 */
type Step = { at: number; rank: 0; event: ConsentEvent } | { at: number; rank: 1 | 2; event: null }

/**
 * Every period that a subject ever had in a service, the oldest first, derived from the events each time.
 *
 * A consent opens a period whatever stood before, beside one that runs; no period revives. A withdrawal, an
 * expiry or a deregistration ends those that run; being found void reaches ended ones too, since they never
 * counted; an erasure is final for every period that began before it. A refusal ends nothing: §8 has no such
 * row, and the desk shows it.
 *
 * @param events of one subject, of any purpose and in any order
 */
export function enrolmentPeriods(events: readonly ConsentEvent[], context: EnrolmentContext): Period[] {
  const periods: OpenPeriod[] = []
  for (const step of stepsOf(events, context)) {
    if (step.event !== null) follow(periods, step.event, context)
    else if (step.rank === 2) eraseAll(periods, step.at)
    else end(periods.filter(isRunning), step.at, 'deregistered', null)
  }
  return periods.map(({ event, defective, defects, control, to, status, endedBy }) => ({
    from: event.occurredAt, to, status, flagged: defective, defects, endedBy,
    restsOn: { eventId: event.id, noticeVersion: event.noticeVersion, control },
  }))
}

function stepsOf(events: readonly ConsentEvent[], context: EnrolmentContext): Step[] {
  const own = inOrder(events.filter((event) => event.purpose === context.service.restsOn))
  const steps: Step[] = [
    ...own.map((event) => ({ at: event.occurredAt, rank: 0, event }) as const),
    ...(context.closedAt ?? []).map((at) => ({ at, rank: 1, event: null }) as const),
    ...(context.erasedAt ?? []).map((at) => ({ at, rank: 2, event: null }) as const),
  ]
  return steps.sort((a, b) => a.at - b.at || a.rank - b.rank)
}

const isRunning = (period: OpenPeriod) => period.status === 'enrolled'

function follow(periods: OpenPeriod[], event: ConsentEvent, context: EnrolmentContext) {
  if (isGiving(event.state)) {
    if (context.gateRefusals?.has(event.id)) return
    const notice = noticeShown(context.notices, event, context.locale)
    const defects = defectsOf(event, notice, context.person)
    periods.push({
      event, defects, defective: defects.length > 0, control: notice?.control ?? null,
      to: null, status: 'enrolled', endedBy: null,
    })
    return
  }
  if (event.state === 'ConsentInvalidated') {
    const living = periods.filter((period) => period.status === 'enrolled' || period.status === 'deregistered')
    end(consentsEndedBy(event, living), event.occurredAt, 'void', event.id)
    return
  }
  end(consentsEndedBy(event, periods.filter(isRunning)), event.occurredAt, 'deregistered', event.id)
}

/** A period that ended before keeps its end: only what it is called changes. */
function end(periods: readonly OpenPeriod[], at: number, status: PeriodStatus, endedBy: string | null) {
  for (const period of periods) {
    period.status = status
    if (period.to === null) {
      period.to = at
      period.endedBy = endedBy
    }
  }
}

function eraseAll(periods: readonly OpenPeriod[], at: number) {
  for (const period of periods) {
    period.status = 'erased'
    period.to ??= at
  }
}
