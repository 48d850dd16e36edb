import type { RequestSubject } from '#domain/request/request.ts'
import { humanOf } from '../actor.ts'
import type { CommandContext } from '../command.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { NoteKind } from '../ports/subject-store.ts'

/**
 * Seals a text that staff typed about a case under the key of its first person, with whose data it goes. A case
 * without a known person, or whose person was erased, has no key to seal under: its text is not kept.
 *
 * Nor is what is said about a deletion that is complete: after it nothing about its service is left here (invariant 9).
 *
 * @returns the note's id, or null
 */
export async function noteAbout(
  { store, actor, ids, now }: Pick<CommandContext<unknown>, 'store' | 'actor' | 'ids' | 'now'>,
  request: { readonly id: string | null; readonly subjects: readonly Pick<RequestSubject, 'subjectId' | 'known'>[] },
  kind: NoteKind,
  text: string,
  callId: string | null = null,
): Promise<string | null> {
  const subject = request.subjects.find((one) => one.known === 'on_file')
  const humanRef = humanOf(actor)
  if (subject === undefined || humanRef === null || text.trim() === '') return null
  if ((await store.subjects.get(subject.subjectId))?.status !== 'active') return null
  if (request.id !== null && isErased(await store.requests.byId(request.id))) return null
  const id = ids.uuid()
  await store.subjects.addNote({
    id, subjectId: subject.subjectId, callId, requestId: request.id, kind, text: text.trim(), at: now, humanRef,
  })
  return id
}

const isErased = (stored: StoredRequest | null): boolean =>
  stored?.request.kind === 'deletion' && stored.request.state === 'completed'
