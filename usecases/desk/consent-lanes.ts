import { defectsOf } from '#domain/consent/defects.ts'
import { enrolmentPeriods, type Period } from '#domain/consent/enrolment.ts'
import { noticeShown, type Notice } from '#domain/consent/notice.ts'
import type { NoticeRecord } from '../ports/consent-store.ts'
import { purposeTitle, serviceRef } from '../present/service-ref.ts'
import type { ConsentEventView, ConsentLaneView, ConsentSpanView, NoticeView } from '../views/consent.ts'
import type { ConsentOnFile } from './enrolments-of.ts'

/** One lane for each purpose that a service names or an event is about, with how each box stood. */
export function consentLanes(consent: ConsentOnFile): ConsentLaneView[] {
  const { services, events } = consent
  const named = services.flatMap((service) => service.purposes)
  const purposes = new Set([...named, ...events.map((event) => event.purpose)])
  return [...purposes].map((purpose) => {
    const resting = services.find((one) => one.restsOn === purpose)
    const service = resting ?? services.find((one) => one.purposes.includes(purpose))
    return {
      purpose,
      title: purposeTitle(purpose),
      service: service === undefined ? null : serviceRef(service.key),
      events: events.filter((event) => event.purpose === purpose).map((event) => eventView(event, consent)),
      spans: spansOf(purpose, consent),
    }
  })
}

function eventView(event: ConsentOnFile['events'][number], { notices, person, locale }: ConsentOnFile): ConsentEventView {
  const notice = shown(notices, event, locale)
  return {
    eventId: event.id,
    state: event.state,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    channel: event.channel,
    indication: event.indication,
    noticeId: notice?.id ?? null,
    noticeVersion: event.noticeVersion,
    defects: defectsOf(event, notice, person).map(({ code, legalSource, params }) => ({ code, legalSource, params })),
  }
}

/** A purpose over time, read as an enrolment that rests on it. */
function spansOf(purpose: string, { events, notices, person, locale }: ConsentOnFile): ConsentSpanView[] {
  const periods = enrolmentPeriods(events, { service: { key: purpose, restsOn: purpose }, notices, person, locale })
  return periods.map(({ from, to, status, flagged }) => ({ from, to, status: spanStatus(status, flagged) }))
}

function spanStatus(status: Period['status'], flagged: boolean): ConsentSpanView['status'] {
  if (status === 'void') return 'void'
  if (flagged) return 'flagged'
  return status === 'enrolled' ? 'valid' : 'ended'
}

type Shown = { readonly purpose: string; readonly noticeVersion: string | null }

const shown = (notices: readonly NoticeRecord[], event: Shown, locale: string | null): NoticeRecord | null =>
  noticeShown(notices, event, locale) as (Notice & NoticeRecord) | null

/** The notices that the events point to, exactly as they were shown, each with the version that came after it. */
export function noticeViews(notices: readonly NoticeRecord[], lanes: readonly ConsentLaneView[]): NoticeView[] {
  const ids = new Set(lanes.flatMap((lane) => lane.events.flatMap((event) => event.noticeId ?? [])))
  return notices.filter((notice) => ids.has(notice.id)).map((notice) => noticeView(notice, notices))
}

/** One notice as it was shown, with the version that came after it. */
export function noticeView(notice: NoticeRecord, all: readonly NoticeRecord[]): NoticeView {
  const next = all
    .filter((one) => one.purpose === notice.purpose && one.version !== notice.version)
    .filter((one) => one.validFrom > notice.validFrom)
    .toSorted((a, b) => a.validFrom - b.validFrom)[0]
  return {
    noticeId: notice.id,
    purpose: notice.purpose,
    version: notice.version,
    locale: notice.locale,
    title: notice.title,
    text: notice.text,
    textSha256: notice.textSha256,
    control: notice.control,
    prominence: notice.prominence,
    bundledWith: notice.bundledWith === null ? null : purposeTitle(notice.bundledWith),
    validFrom: notice.validFrom,
    validTo: notice.validTo,
    next:
      next === undefined
        ? null
        : {
            version: next.version,
            control: next.control,
            bundledWith: next.bundledWith === null ? null : purposeTitle(next.bundledWith),
            validFrom: next.validFrom,
          },
  }
}
