import type { Facts } from '#domain/request/facts.ts'
import type { Request } from '#domain/request/request.ts'
import { scriptBook, type ScriptId } from '#domain/script/script.ts'
import { wordsInForce } from '#domain/script/versions.ts'
import { scriptOf } from '../desk/choice-effects.ts'
import type { RequestOrigin } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'

/**
 * The words, their version and the language that a consequence would be written in: the caller's own, else the
 * person's on file.
 */
export async function letterFacts(
  store: Store,
  request: Pick<Request, 'subjects' | 'kind' | 'scope'> & Partial<Pick<Request, 'marks'>>,
  { callId }: Pick<RequestOrigin, 'callId'>,
  now: number,
): Promise<Facts['letter']> {
  const call = callId === null ? null : await store.calls.get(callId)
  const [first] = request.subjects
  const subject = call !== null || first === undefined ? null : await store.subjects.get(first.subjectId)
  const { locale } = scriptBook(call?.locale ?? subject?.locale ?? 'en')
  const scriptId = scriptOfDeletion(request)
  const { version } = wordsInForce(await store.scripts.versions(), now)(scriptId, locale)
  return { scriptId, scriptVersion: version, locale }
}

/** Which words tell the consequence of a deletion, by the marks that its plan has so far. */
export function scriptOfDeletion({ scope, marks = [] }: Pick<Request, 'scope'> & Partial<Pick<Request, 'marks'>>): ScriptId {
  const marked = marks.some(({ decision }) => decision.mark === 'yes')
  const service = scope.scope === 'service' ? scope.service : null
  return scriptOf({ kind: 'deletion', service, purpose: null }, marked ? { mark: 'yes', until: null } : null)
}
