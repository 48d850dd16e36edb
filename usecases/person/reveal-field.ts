import type { z } from 'zod'
import { auditedQuery } from '../query.ts'
import { notAllowed, notFound } from '../errors.ts'
import { levelIn } from '../call/level-in.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { revealInput } from '../views/desk-inputs.ts'
import type { RevealedValue } from '../views/person.ts'
import type { Store } from '../ports/store.ts'

/** How long a value stays on the screen, in ms (screens book, principle 4). */
export const revealedMs = 30_000

/** One field in the clear, for one coded reason, from level 2 on and in the call it belongs to. */
export const revealField = auditedQuery({
  name: 'person.reveal',
  permission: 'person.reveal',
  input: revealInput,
  async run(context): Promise<{
    value: RevealedValue
    events: [{ what: 'person.revealed'; call: string; subjects: string[]; data: { field: string; reason: string } }]
  }> {
    const { input, store, now } = context
    const call = await ownLiveCall(context, input.callId)
    const level = await levelIn(context, call, input.subjectId)
    if (level < 2) throw notAllowed('level_too_low', { call: call.id })
    const value = await fieldOf(store, input)
    if (value === null) throw notFound('field')
    return {
      value: { value, until: now + revealedMs },
      events: [
        {
          what: 'person.revealed',
          call: call.id,
          subjects: [input.subjectId],
          data: { field: input.field, reason: input.reason },
        },
      ],
    }
  },
})

async function fieldOf(store: Store, asked: z.infer<typeof revealInput>): Promise<string | null> {
  const { subjectId, field, fieldId } = asked
  if (field === 'name' || field === 'born_on') return store.subjects.field(subjectId, field)
  const identifiers = await store.subjects.identifiers(subjectId)
  return identifiers.find((one) => one.id === fieldId && one.type === field)?.value ?? null
}
