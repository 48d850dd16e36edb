import type { Request } from '#domain/request/request.ts'
import type { CommandContext } from '../command.ts'
import { sealedMs } from '../erasure/sealed-span.ts'
import type { SealedKind } from '../ports/erasure-store.ts'
import type { NoteKind } from '../ports/subject-store.ts'
import { noteAbout } from './note-about.ts'

/** What a text is kept as: under the person's key, or, where there is none, sealed beside the case. */
const sealedAs = { caller_words: 'words', objection_answer: 'answer', rejection: 'answer' } as const satisfies
  Partial<Record<NoteKind, SealedKind>>

/**
 * Keeps a text that somebody has to read before the case is over, or to hear after it: under the key of the person, or
 * by the house's where nobody is known or they were erased. Sealed so it ends with the case (invariant 9).
 *
 * @returns what refers to it: the note's id, or the case's own where it is sealed beside it; null without a text
 */
export async function keepTyped(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'ids' | 'now'>,
  request: Pick<Request, 'id' | 'subjects'>,
  kind: keyof typeof sealedAs,
  text: string,
  callId: string | null = null,
): Promise<string | null> {
  const note = await noteAbout(context, request, kind, text, callId)
  if (note !== null || text.trim() === '') return note
  const { store, now } = context
  const sealed = { requestId: request.id, kind: sealedAs[kind], system: null, text: text.trim() }
  await store.erasure.seal({ ...sealed, expiresAt: now + sealedMs })
  return request.id
}
