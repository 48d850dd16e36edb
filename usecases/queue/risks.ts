import { isChangedLately } from '#domain/access/contact-doubt.ts'
import { defectivePeriods } from '#domain/consent/standing.ts'
import { isFinal } from '#domain/request/states.ts'
import type { PlanRecord } from '../ports/erasure-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { serviceRef } from '../present/service-ref.ts'
import { periodsOf } from '../request/enrolment-of.ts'
import { deputiesNow } from '../staff/deputies.ts'
import type { DecisionView } from '../views/approvals.ts'
import type { PhraseOf } from '../views/phrase-book.ts'

/** From so many deletions of one agent on one day on, a supervisor is told. */
const manyADay = 5
const dayMs = 86_400_000

/** What is worth a look before deciding: facts, no scores. */
export async function risksOf(
  store: Store,
  { request }: StoredRequest,
  plan: PlanRecord | null,
  now: number,
): Promise<DecisionView['risks']> {
  const risks: DecisionView['risks'] = []
  if (request.told?.result === 'objects') risks.push({ key: 'objected', tone: 'warn' })
  if (request.decideBy <= now) risks.push({ key: 'time_over', params: { at: request.decideBy }, tone: 'bad' })
  else if (request.decideBy - now < dayMs) risks.push({ key: 'short_time', params: { at: request.decideBy }, tone: 'warn' })
  const escalated = request.escalated.at(-1)
  if (escalated !== undefined && !isFinal(request.state)) risks.push({ ...(await escalatedTo(store, escalated.at, now)), tone: 'warn' })
  if (request.openedBy.type === 'staff') {
    const { human } = request.openedBy
    const since = now - dayMs
    const opened = (await store.requests.ofHuman(human, 100)).filter((one) => one.kind === 'deletion' && one.openedAt > since && one.openedBy === human)
    if (opened.length >= manyADay) {
      risks.push({ key: 'agent_many', params: { agent: human, count: opened.length }, tone: 'warn' })
    }
  }
  const spanMs = (await store.settings.all()).contact_changed_days * dayMs
  for (const { subjectId, known } of request.subjects) {
    if (known !== 'on_file') continue
    const changed = (await store.subjects.identifiers(subjectId)).find(
      (one) => (one.type === 'phone' || one.type === 'email') && one.heldTo === null && isChangedLately(one, now, spanMs),
    )
    if (changed !== undefined) risks.push({ key: 'contact_changed', params: { field: changed.type, at: changed.heldFrom }, tone: 'warn' })
    if (request.kind === 'deletion') risks.push(...(await defects(store, subjectId, request)))
  }
  if (plan !== null) risks.push(...planRisks(plan, request))
  return risks
}

/** Who was told when a clock ran out: the deputies, each by their number. */
async function escalatedTo(store: Store, at: number, now: number): Promise<PhraseOf<'risk'>> {
  const who = deputiesNow(await store.staff.deputies(), now).map((one) => one.humanRef)
  return who.length === 0 ? { key: 'escalated_nobody', params: { at } } : { key: 'escalated', params: { at, deputies: who } }
}

async function defects(store: Store, subjectId: string, request: StoredRequest['request']): Promise<DecisionView['risks']> {
  const found: DecisionView['risks'] = []
  for (const service of await store.consents.services()) {
    if (request.scope.scope === 'service' && request.scope.service !== service.key) continue
    if (defectivePeriods(await periodsOf(store, subjectId, service)).length > 0) {
      found.push({ key: 'defective_enrolment', params: { service: serviceRef(service.key).name }, tone: 'warn' })
    }
  }
  return found
}

function planRisks(plan: PlanRecord, request: StoredRequest['request']): DecisionView['risks'] {
  const risks: DecisionView['risks'] = []
  const shared = plan.plan.systems.flatMap((one) => one.findings).filter((one) => one.code === 'shared')
  const rows = shared.reduce((n, one) => n + one.rows, 0)
  if (rows > 0) risks.push({ key: 'shared_rows', params: { rows }, tone: 'warn' })
  if (request.kind !== 'deletion') return risks
  const yes = plan.plan.fact.marks.find((one) => one.decision.mark === 'yes')?.decision
  const named = request.scope.scope === 'service' ? [request.scope.service] : yes?.mark === 'yes' ? (yes.services ?? []) : []
  if (yes === undefined) {
    const service = request.scope.scope === 'service' ? serviceRef(request.scope.service).name : ''
    if (service !== '') risks.push({ key: 'no_mark', params: { service }, tone: 'info' })
  } else {
    risks.push(...named.map((service) => ({ key: 'never_again' as const, params: { service: serviceRef(service).name }, tone: 'info' as const })))
  }
  return risks
}
