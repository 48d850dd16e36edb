import { command } from '../command.ts'
import { noteInput } from '../views/desk-inputs.ts'
import { ownLiveCall } from './own-call.ts'
import { writeNote } from './write-note.ts'

/** A note to the call that goes on, under the key of the person it is about. */
export const addNote = command({
  name: 'call.note',
  permission: 'call.note',
  input: noteInput,
  async run(context) {
    const call = await ownLiveCall(context, context.input.callId)
    const note = await writeNote(context, call, context.input.note)
    return { value: { noteId: note.id }, events: [note.event] }
  },
})
