import { markDecision } from '#domain/ineligibility/mark.ts'
import { defectivePeriods } from '#domain/consent/standing.ts'
import { lawMarkFor } from '#domain/law/law-mark.ts'
import type { MarkDecision, SubjectMark } from '#domain/request/plan-fact.ts'
import { periodsOf } from '#usecases/request/enrolment-of.ts'
import type { AskedOfSystems } from '#usecases/ports/planner.ts'
import type { Store } from '#usecases/ports/store.ts'
import { neverMarked } from '#usecases/registry/never-marked.ts'

/** Whom a request marks, and how many of the enrolments that it names are defective. Evidence decides (invariant 4). */
export async function marksOf(
  store: Store,
  request: AskedOfSystems,
  objectionUpheld: boolean,
  now: number,
): Promise<{ marks: SubjectMark[]; defective: number }> {
  const services = (await store.consents.services()).filter(
    (service) => request.scope.scope === 'account' || service.key === request.scope.service,
  )
  const { rows } = await store.settings.lawTable()
  const marks: SubjectMark[] = []
  let defective = 0
  const accounts = await accountsOf(store, request)
  const never = await neverMarked(store, accounts, now)
  for (const { subject: { id: subjectId, jurisdiction } } of accounts) {
    const lawMark = lawMarkFor(jurisdiction === null ? [] : [jurisdiction], now, rows)
    const question = { ...never, kind: request.kind, lawMark, objectionUpheld }
    const decided: { service: string; decision: ReturnType<typeof markDecision> }[] = []
    for (const service of services) {
      const periods = await periodsOf(store, subjectId, service)
      defective += defectivePeriods(periods).length
      decided.push({ service: service.key, decision: markDecision({ ...question, periods }) })
    }
    marks.push({ subjectId, decision: joined(decided) })
  }
  return { marks, defective }
}

/** The accounts on file that a request names, with what each says of the person. */
async function accountsOf(store: Store, request: AskedOfSystems) {
  const named = request.subjects.filter(({ known }) => known === 'on_file')
  return Promise.all(
    named.map(async ({ subjectId: id }) => ({
      subject: { id, jurisdiction: (await store.subjects.get(id))?.jurisdiction ?? null },
      bornOn: await store.subjects.field(id, 'born_on'),
    })),
  )
}

/** One decision for the account: marked in every service where the evidence says so. */
function joined(decided: readonly { service: string; decision: ReturnType<typeof markDecision> }[]): MarkDecision {
  const yes = decided.flatMap(({ service, decision }) => (decision.mark === 'yes' ? [{ service, decision }] : []))
  if (yes.length === 0) {
    const first = decided[0]?.decision
    return { mark: 'none', reason: first?.mark === 'none' ? first.reason : 'no_valid_enrolment' }
  }
  const ends = yes.flatMap(({ decision }) => (decision.until === undefined ? [] : [decision.until]))
  return {
    mark: 'yes',
    services: yes.map(({ service }) => service),
    noticeVersions: [...new Set(yes.flatMap(({ decision }) => decision.noticeVersions))].sort(),
    ...(ends.length === 0 ? {} : { until: Math.min(...ends) }),
  }
}
