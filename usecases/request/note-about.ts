import type { Request } from '#domain/request/request.ts'
import { humanOf } from '../actor.ts'
import type { CommandContext } from '../command.ts'
import type { NoteKind } from '../ports/subject-store.ts'

/**
 * Seals a text that staff typed about a case under the key of its first person, with whose data it goes. A case
 * without a known person has no key to seal under: its text is not kept.
 *
 * @returns the note's id, or null
 */
export async function noteAbout(
  { store, actor, ids, now }: Pick<CommandContext<unknown>, 'store' | 'actor' | 'ids' | 'now'>,
  request: Pick<Request, 'id' | 'subjects'>,
  kind: NoteKind,
  text: string,
  callId: string | null = null,
): Promise<string | null> {
  const subject = request.subjects.find((one) => one.known === 'on_file')
  const humanRef = humanOf(actor)
  if (subject === undefined || humanRef === null || text.trim() === '') return null
  const id = ids.uuid()
  await store.subjects.addNote({
    id, subjectId: subject.subjectId, callId, requestId: request.id, kind, text: text.trim(), at: now, humanRef,
  })
  return id
}
