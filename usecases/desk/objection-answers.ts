import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { scopeRef } from '../present/service-ref.ts'
import type { ObjectionAnswerView } from '../views/desk.ts'

/**
 * What a supervisor answered to these people's objections, to be read out to them: a notice only says that there is an
 * answer. An answer whose words are gone is none.
 */
export async function objectionAnswers(
  store: Store,
  requests: readonly StoredRequest[],
): Promise<ObjectionAnswerView[]> {
  const answers: ObjectionAnswerView[] = []
  const byId = new Map(requests.map(({ request }) => [request.id, request]))
  for (const { id, kind, caseCode, scope, answered } of byId.values()) {
    if (kind !== 'objection' || !answered) continue
    const notes = await store.subjects.notes({ requestId: id })
    const noted = notes.find((note) => note.kind === 'objection_answer')?.text
    const words = noted ?? (await store.erasure.sealed(id, 'answer', null))
    if (words !== null) answers.push({ caseCode, service: scopeRef(scope), ...answered, words })
  }
  return answers.toSorted((a, b) => b.at - a.at)
}
