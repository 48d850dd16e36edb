import { isFinal } from '#domain/request/states.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Lock } from '../views/phrase.ts'

/** The unfinished objection of these people to one decision, as what locks another one to it. */
export function objectionUnderWay(requests: readonly StoredRequest[], about: string): Lock | null {
  const open = requests.find(
    ({ request }) => request.kind === 'objection' && request.about === about && !isFinal(request.state),
  )
  return open === undefined ? null : { key: 'open_already', params: { caseCode: open.request.caseCode } }
}
