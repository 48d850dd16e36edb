import { markDecision } from '#domain/ineligibility/mark.ts'
import { isMinorAt } from '#domain/consent/age.ts'
import { defectivePeriods } from '#domain/consent/standing.ts'
import { anywhere } from '#domain/law/jurisdiction.ts'
import { lawMarkFor } from '#domain/law/law-mark.ts'
import type { MarkDecision, SubjectMark } from '#domain/request/plan-fact.ts'
import { periodsOf } from '#usecases/request/enrolment-of.ts'
import type { StoredRequest } from '#usecases/ports/request-store.ts'
import type { Store } from '#usecases/ports/store.ts'
import { hasDied } from '#usecases/verification/has-died.ts'

/** Whom a request marks, and how many of the enrolments that it names are defective. Evidence decides (invariant 4). */
export async function marksOf(
  store: Store,
  { request, objectionUpheld }: StoredRequest,
  now: number,
): Promise<{ marks: SubjectMark[]; defective: number }> {
  const services = (await store.consents.services()).filter(
    (service) => request.scope.scope === 'account' || service.key === request.scope.service,
  )
  const { rows } = await store.settings.lawTable()
  const marks: SubjectMark[] = []
  let defective = 0
  for (const { subjectId, known } of request.subjects) {
    if (known !== 'on_file') continue
    const subject = await store.subjects.get(subjectId)
    const jurisdiction = subject?.jurisdiction ?? anywhere
    const bornOn = await store.subjects.field(subjectId, 'born_on')
    const question = {
      kind: request.kind,
      minor: bornOn !== null && isMinorAt(bornOn, now, jurisdiction),
      deceased: await hasDied(store, subjectId),
      lawMark: lawMarkFor(subject?.jurisdiction ? [subject.jurisdiction] : [], now, rows),
      objectionUpheld,
    }
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

/** One decision for the person: marked in every service where the evidence says so. */
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
