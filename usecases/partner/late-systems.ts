import { letterLocales, letterTo, type Letter } from '#domain/partner/letter.ts'
import { latenessOf, silentSince, type Pace } from '#domain/partner/waiting-case.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { WaitingRecord } from '../ports/partner-store.ts'
import type { Store } from '../ports/store.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import type { LateSystemView, PartnersView, WaitingCaseView } from '../views/partners.ts'

const hour = 3_600_000
const day = 24 * hour

/** So many cases at work are looked at, the earliest legal date first. */
const mostCases = 1_000

const slow = new Set<WaitingCaseView['lateness']>(['late', 'will_be_late'])

/** Every system that keeps a case waiting for more than its work, or whose cases will be late. */
export async function lateSystems(store: Store, now: number, from: string): Promise<Omit<PartnersView, 'now'>> {
  const [waiting, systems, answers, letters, settings] = await Promise.all([
    store.partners.waiting(now, mostCases),
    store.systems.list(),
    store.partners.lastAnswers(),
    store.partners.lastLetters(),
    store.settings.all(),
  ])
  const rule = {
    recheckHours: settingMs(settings, 'recheck_hours') / hour,
    riskHours: settingMs(settings, 'escalation_hours') / hour,
  }
  const working = systems.filter(({ name }) => waiting.some(({ system }) => system === name))
  const shown = working.map((record): LateSystemView => {
    const own = waiting.filter(({ system }) => system === record.name)
    const cases = own.map((one) => caseView(one, now, { ...rule, usualHours: record.usualHours }))
    const since = silentSince(own, answers.get(record.name) ?? null)
    const last = letters.get(record.name)
    const late = cases.filter(({ lateness }) => slow.has(lateness)).length
    return {
      system: record.name,
      role: record.role,
      contact: record.contact,
      usualHours: record.usualHours,
      silentSince: since,
      silentDays: since === null ? null : Math.floor((now - since) / day),
      cases,
      people: new Set(own.flatMap(({ subjectIds }) => subjectIds)).size,
      late,
      lastLetter: last === undefined ? null : { at: last.sentAt, by: last.sentBy, locale: last.locale },
      letters: lettersTo(record, own, since, { now, from }),
    }
  })
  const held = shown.filter(({ cases, late }) => late > 0 || cases.some(({ reason }) => reason !== 'under_way'))
  return { systems: held, others: shown.length - held.length, rule }
}

const caseView = ({ request, reason, askedAt, attempts }: WaitingRecord, now: number, pace: Pace): WaitingCaseView => {
  const dueAt = request.dueAt ?? request.openedAt
  const { caseCode, kind } = request
  return { caseCode, kind, reason, askedAt, attempts, dueAt, lateness: latenessOf(dueAt, now, pace) }
}

/** The letter in every language there is, about the cases that the system keeps waiting now. */
function lettersTo(
  { name, role }: SystemRecord,
  waiting: readonly WaitingRecord[],
  since: number | null,
  { now, from }: { now: number; from: string },
): Letter[] {
  const earliestDue = Math.min(...waiting.map(({ request }) => request.dueAt ?? request.openedAt))
  const caseCodes = [...new Set(waiting.map(({ request }) => request.caseCode))]
  const facts = { system: name, role, silentSince: since, caseCodes, earliestDue, from, at: now }
  return letterLocales.map((locale) => letterTo(locale, facts))
}
