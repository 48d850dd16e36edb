import type { Facts } from '#domain/request/facts.ts'
import type { Request } from '#domain/request/request.ts'
import { scriptBook } from '#domain/script/script.ts'
import type { RequestOrigin } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'

/** The version and the language that a consequence would be written in: the caller's own, else the person's on file. */
export async function letterFacts(
  store: Store,
  { subjects }: Pick<Request, 'subjects'>,
  { callId }: Pick<RequestOrigin, 'callId'>,
): Promise<Facts['letter']> {
  const call = callId === null ? null : await store.calls.get(callId)
  const [first] = subjects
  const subject = call !== null || first === undefined ? null : await store.subjects.get(first.subjectId)
  const book = scriptBook(call?.locale ?? subject?.locale ?? 'en')
  return { scriptVersion: book.version, locale: book.locale }
}
