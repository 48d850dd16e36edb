import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { standingOf } from '#domain/consent/standing.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { isFinal } from '#domain/request/states.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { demoOutbox } from '../telling/demo-outbox.ts'
import { writesTo } from '../telling/writes-to.ts'
import { contactsOf } from '../person/contact-facts.ts'
import { maskedPerson, type PersonOnFile } from '../person/masked-person.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { coversView } from '../present/covers-view.ts'
import { serviceRef, scopeRef } from '../present/service-ref.ts'
import { foremost, verdictView } from '../present/verdict-view.ts'
import { holdCovers } from '../request/gather-facts.ts'
import type { OpenRequestLine, VerifiedPersonView } from '../views/desk.ts'
import type { StandingView, VerdictView } from '../views/consent.ts'
import { withOtherAccounts } from './both-accounts.ts'
import { choicesFor } from './choices.ts'
import { consentLanes, noticeViews } from './consent-lanes.ts'
import { decisionsAbout } from './decisions-about.ts'
import type { DeskContext } from './desk-context.ts'
import { enrolmentsOf, type ServiceEnrolment } from './enrolments-of.ts'
import { isQuiet, looksLike } from './is-quiet.ts'
import { secondFactor } from './second-factor.ts'
import { submittedViews } from './submitted-views.ts'
import { waitingViews } from './waiting-views.ts'
import { warningsFor } from './warnings.ts'

const day = 86_400_000

/** Level 2 and above: who, what happened, what now. Values stay masked; each can be revealed by itself. */
export async function verifiedPerson(
  desk: DeskContext,
  person: PersonOnFile,
  level: AssuranceLevel,
  ofCall: readonly StoredRequest[],
): Promise<Omit<VerifiedPersonView, 'found' | 'matchedBy' | 'lookedUpAt'>> {
  const { store } = desk
  const subjectId = person.subject.id
  const [contacts, requests, allHolds, consent, place, settings] = await Promise.all([
    contactsOf(store, person.subject, person.identifiers),
    store.requests.ofSubject(subjectId),
    store.requests.holds(subjectId),
    enrolmentsOf(store, person),
    writesTo(desk, desk.call.id, subjectId),
    store.settings.all().then(requestSettingsFrom),
  ])
  const open = requests.filter(({ request }) => !isFinal(request.state))
  const told = allHolds.filter((hold) => hold.liftedAt === null && !hold.mayNotTell)
  const first = foremost(consent.enrolments)
  const lanes = consentLanes(consent)
  const known = { level, consent, open }
  const mine = ofCall.filter((stored) => names(stored, subjectId))
  const choices = await withOtherAccounts(desk, person, known, await choicesFor(desk, person, known))
  return {
    person: maskedPerson(person, level),
    verdict: first === null ? noService : verdictView(first.service, first.periods, consent.events),
    standings: consent.enrolments.map(standingView),
    warnings: await warningsFor(desk, person, contacts, open, allHolds),
    openRequests: open.map((stored) => openRequestLine(stored, settings)),
    decisions: await decisionsAbout(desk, subjectId, requests),
    holds: told.map((hold) => ({ covers: coversView(holdCovers(hold.covers)), reviewOn: hold.reviewOn })),
    lanes,
    notices: noticeViews(consent.notices, lanes),
    choices,
    secondFactor: level < 3 ? await secondFactor(desk, person, choices) : [],
    writing: place === null ? null : { channel: place.channel, days: Math.round(settings.readingMs / day) },
    waiting: waitingViews(open, desk.call, choices, settings),
    submitted: await submittedViews(store, mine, await demoOutbox(desk, mine)),
  }
}

const names = ({ request }: StoredRequest, subjectId: string): boolean =>
  request.subjects.some((one) => one.subjectId === subjectId)

const noService: VerdictView = { key: 'verdict.no_service', params: {}, tone: 'neutral', detail: null }

function standingView({ service, periods }: ServiceEnrolment): StandingView {
  const running = periods.filter((period) => period.status === 'enrolled')
  const last = running[0] ?? periods.at(-1)
  return {
    service: serviceRef(service.key),
    standing: standingOf(periods),
    since: running.length > 0 ? (last?.from ?? null) : (last?.to ?? null),
    flagged: running.some((period) => period.flagged),
  }
}

const openRequestLine = ({ request }: StoredRequest, settings: RequestSettings): OpenRequestLine => ({
  caseCode: request.caseCode,
  kind: request.kind,
  state: isQuiet(request) ? looksLike(request.kind, settings) : request.state,
  service: scopeRef(request.scope),
  dueAt: request.dueAt,
})
