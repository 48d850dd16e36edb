import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { currentState } from '#domain/consent/current-state.ts'
import { isGiving } from '#domain/consent/consent-event.ts'
import { defectivePeriods } from '#domain/consent/standing.ts'
import { dueFor } from '#domain/law/due.ts'
import { lawMarkFor } from '#domain/law/law-mark.ts'
import { seesNumbersFirst } from '#domain/request/numbers-first.ts'
import { assuranceNeeded } from '#domain/request/assurance-needed.ts'
import type { Scope } from '#domain/request/kinds.ts'
import { sameRequest } from '#domain/request/same-request.ts'
import { markDecision, type MarkDecision } from '#domain/ineligibility/mark.ts'
import { scriptFor } from '#domain/script/script.ts'
import { wordsInForce } from '#domain/script/versions.ts'
import { anyOf, nameIn } from '#domain/service/names.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { contactsChangedDaysAgo } from '../person/contact-facts.ts'
import type { PersonOnFile } from '../person/masked-person.ts'
import { lastGivenAt } from '../request/same-on-file.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { dueView } from '../present/due-view.ts'
import { purposeTitle, serviceRef } from '../present/service-ref.ts'
import { neverMarked } from '../registry/never-marked.ts'
import { choiceId, type Choice } from '../request/open-from-call.ts'
import type { ChoiceView } from '../views/desk.ts'
import type { Lock } from '../views/phrase.ts'
import type { MarkView } from '../views/request-words.ts'
import { aloudOf } from './choice-aloud.ts'
import { effectsOf, scriptOf } from './choice-effects.ts'
import type { DeskContext } from './desk-context.ts'
import type { ConsentOnFile } from './enrolments-of.ts'

/** What of a person decides what can be done for them. */
export interface KnownOfPerson {
  readonly level: AssuranceLevel
  readonly consent: ConsentOnFile
  readonly open: readonly StoredRequest[]
  /** Whether they would be marked, service by service, where that is not about this account alone. */
  readonly marks?: ReadonlyMap<string, MarkDecision>
}

/**
 * Whether a deletion would mark this account, service by service.
 *
 * @param together every account of the person that the deletion would name
 */
export async function marksFor(
  { store, now }: DeskContext,
  person: PersonOnFile,
  consent: ConsentOnFile,
  together: readonly PersonOnFile[] = [person],
): Promise<ReadonlyMap<string, MarkDecision>> {
  const [{ rows }, never] = await Promise.all([store.settings.lawTable(), neverMarked(store, together, now)])
  const { jurisdiction } = person.subject
  const lawMark = lawMarkFor(jurisdiction === null ? [] : [jurisdiction], now, rows)
  return new Map(
    consent.enrolments.map(({ service, periods }) => [
      service.key,
      markDecision({ ...never, kind: 'deletion', periods, lawMark, objectionUpheld: false }),
    ]),
  )
}

const day = 86_400_000

/**
 * Everything that could be done for this person, possible now or locked with what opens it. Where an enrolment is
 * defective, to make it void is offered before anything else (domain book §4, 4).
 */
export async function choicesFor(desk: DeskContext, person: PersonOnFile, known: KnownOfPerson): Promise<ChoiceView[]> {
  const { store, now } = desk
  const [all, law, overrides, names, scripts] = await Promise.all([
    store.settings.all(),
    store.settings.lawTable(),
    store.settings.workingDayOverrides(),
    store.consents.names(),
    store.scripts.versions(),
  ])
  const wordsOf = wordsInForce(scripts, now)
  const settings = requestSettingsFrom(all)
  const { subject, identifiers } = person
  const places = subject.jurisdiction === null ? [] : [subject.jurisdiction]
  const changedDaysAgo = contactsChangedDaysAgo(subject, identifiers, now)
  const marks = known.marks ?? (await marksFor(desk, person, known.consent))
  const coolingOffDays = Math.round(settings.coolingOffMs / day)
  const listed = choicesListed(known.consent)
  const views = listed.map((choice): ChoiceView => {
    const { kind } = choice
    const sensitive = known.consent.services.some(
      (service) => service.sensitive && (choice.service === null || service.key === choice.service),
    )
    const needed = assuranceNeeded(kind, {
      contactChangedDaysAgo: changedDaysAgo,
      sensitive,
      optOut: kind === 'consent_withdrawal',
      askedByPerson: true,
      fromConsentEvent: false,
      contactChangedDays: settings.contactChangedDays,
    })
    const scope = scopeOf(choice).scope
    const due = dueFor({ kind, scope, jurisdictions: places, receivedAt: now, table: law.rows, overrides })
    const mark = kind === 'deletion' ? markOf(choice, marks) : null
    const needsApproval = kind === 'deletion' || !settings.approvalNotNeeded.includes(kind)
    const what = { choice, marks, needsApproval, coolingOffDays }
    const script = scriptFor(scriptOf(choice, mark), { caller: desk.call.locale, reader: desk.reader }, {
      service: (locale) => anyOf(locale, servicesNamed(choice, marks).map((key) => nameIn(locale, key, names))),
      purpose: (locale) => (choice.purpose === null ? '' : nameIn(locale, choice.purpose, names)),
      days: coolingOffDays,
    }, wordsOf)
    const effects = effectsOf(what)
    const lock = lockOf(choice, subject.id, known, needed)
    const languages = { caller: desk.call.locale, reader: desk.reader, names }
    return {
      choiceId: choiceId(choice),
      kind,
      service: choice.service === null ? null : serviceRef(choice.service),
      purpose: choice.purpose === null ? null : { key: choice.purpose, title: purposeTitle(choice.purpose) },
      best: false,
      lock,
      mark,
      needsApproval,
      coolingOffDays,
      mustTell: kind === 'deletion',
      numbersFirst: seesNumbersFirst(kind, settings),
      effects,
      aloud: aloudOf(choice, { effects, lock }, languages),
      due: dueView(due),
      script: { ...script, lines: [...script.lines] },
      both: null,
    }
  })
  // Only a wrong that can be put right is offered first: otherwise the choice is the caller's.
  const best = views.find((view) => view.lock === null && view.kind === 'void_enrolment')
  return views.map((view) => ({ ...view, best: view === best }))
}

/** In the order in which they are offered: what puts a wrong right first, what can not be undone last. */
function choicesListed({ services, enrolments }: ConsentOnFile): Choice[] {
  const everywhere = (kind: Choice['kind']) => services.map(({ key }): Choice => ({ kind, service: key, purpose: null }))
  const defective = enrolments.filter(({ periods }) => defectivePeriods(periods).length > 0)
  const voids = (defective.length > 0 ? defective : enrolments).map(
    ({ service }): Choice => ({ kind: 'void_enrolment', service: service.key, purpose: null }),
  )
  const withdrawals = services.flatMap(({ key, purposes, restsOn }) =>
    purposes
      .filter((purpose) => purpose !== restsOn)
      .map((purpose): Choice => ({ kind: 'consent_withdrawal', service: key, purpose })),
  )
  return [
    ...(defective.length > 0 ? voids : []),
    ...everywhere('deregistration'),
    ...withdrawals,
    ...everywhere('access'),
    { kind: 'access', service: null, purpose: null },
    ...everywhere('deletion'),
    { kind: 'deletion', service: null, purpose: null },
    ...(defective.length > 0 ? [] : voids),
  ]
}

const scopeOf = ({ service }: Choice): Scope => (service === null ? { scope: 'account' } : { scope: 'service', service })

function lockOf(
  choice: Choice,
  subjectId: string,
  { level, consent, open }: KnownOfPerson,
  needed: AssuranceLevel,
): Lock | null {
  const enrolment = consent.enrolments.find(({ service }) => service.key === choice.service)
  const service = choice.service === null ? '' : serviceRef(choice.service).name
  const { kind, purpose } = choice
  const scope = scopeOf(choice)
  const asked = { kind, scope, purpose, subjectIds: [subjectId], lastGivenAt: lastGivenAt(consent.events) }
  const same = sameRequest(asked, open.map(({ request }) => request))
  if (same !== null) return { key: 'open_already', params: { caseCode: same.caseCode } }
  switch (choice.kind) {
    case 'void_enrolment':
      if (enrolment === undefined || defectivePeriods(enrolment.periods).length === 0) {
        return { key: 'nothing_defective', params: { service } }
      }
      break
    case 'deregistration':
      if (enrolment === undefined || !enrolment.periods.some((period) => period.status === 'enrolled')) {
        return { key: 'no_enrolment', params: { service } }
      }
      break
    case 'consent_withdrawal':
      if (!isGiving(currentState(choice.purpose ?? '', consent.events).state)) return { key: 'not_given' }
      break
    default:
      if (enrolment !== undefined && !enrolment.periods.some((period) => period.status !== 'erased')) {
        return { key: 'no_enrolment', params: { service } }
      }
  }
  return level < needed ? { key: 'needs_level', params: { level: needed } } : null
}

function markOf(choice: Choice, marks: ReadonlyMap<string, MarkDecision>): MarkView {
  const decisions = choice.service === null ? [...marks.values()] : [marks.get(choice.service)]
  const yes = decisions.flatMap((decision) => (decision?.mark === 'yes' ? [decision] : []))
  const ends = yes.flatMap(({ until }) => (until === undefined ? [] : [until]))
  if (yes.length > 0) return { mark: 'yes', until: ends.length < yes.length ? null : Math.min(...ends) }
  const [first] = decisions
  return { mark: 'none', reason: first?.mark === 'none' ? first.reason : 'no_valid_enrolment' }
}

/** The services a script names: the one, or those that an account's deletion closes for good. */
function servicesNamed({ service }: Choice, marks: ReadonlyMap<string, MarkDecision>): string[] {
  if (service !== null) return [service]
  return [...marks].flatMap(([key, decision]) => (decision.mark === 'yes' ? [key] : []))
}
