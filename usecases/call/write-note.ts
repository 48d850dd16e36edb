import type { CommandContext } from '../command.ts'
import { AppError } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import type { CallRecord } from '../ports/call-store.ts'
import { staffActor } from './own-call.ts'

/**
 * Seals a note of a call under the key of the person it is about, with whose data it goes.
 *
 * @throws PreconditionFailed where the call is about nobody on file: there is no key to keep a text under
 */
export async function writeNote(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids'>,
  call: CallRecord,
  text: string,
): Promise<{ id: string; event: AuditEvent }> {
  if (call.subjectId === null) {
    throw new AppError('precondition_failed', 'note_needs_person', {
      about: { call: call.id },
      fields: { note: 'note_needs_person' },
    })
  }
  const id = context.ids.uuid()
  const { subjectId } = call
  const { humanRef } = staffActor(context)
  await context.store.subjects.addNote({
    id, subjectId, callId: call.id, requestId: null, kind: 'call', text, at: context.now, humanRef,
  })
  return { id, event: { what: 'call.noted', call: call.id, subjects: [subjectId], data: { note: id } } }
}
