import { isFinal } from '#domain/request/states.ts'
import { command } from '../command.ts'
import { invalidInput, notAllowed, preconditionFailed } from '../errors.ts'
import { committedLookUp, matchReadings, readingsOf } from '../person/look-up-person.ts'
import type { Store } from '../ports/store.ts'
import { askMarkInput } from '../views/ineligibility-inputs.ts'
import { alreadyAsked, openAsked } from './asked-by-staff.ts'

/**
 * Asks that the person of an exact identifier be marked without a deletion. The look-up is an entry of its own, as in a
 * call; what comes back is a case, and nothing of the person.
 */
export const openMark = command({
  name: 'request.open_mark',
  permission: 'request.open_mark',
  input: askMarkInput,
  async run(context) {
    const { input, actor, now, store } = context
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const again = await alreadyAsked(context, input.idempotencyKey)
    if (again !== null) return again
    const service = await store.consents.service(input.service)
    if (service === null) throw invalidInput('input', { service: 'unknown_service' })
    const { reading, subjectIds } = await matchReadings(store, await readingsOf(store, input.query))
    const [subjectId] = subjectIds
    if (subjectId === undefined) throw invalidInput('input', { query: 'unknown_person' })
    if (subjectIds.length > 1) throw invalidInput('input', { query: 'several_people' })
    const scope = { scope: 'service', service: service.key } as const
    const under = await markUnderWay(store, subjectId, service.key)
    if (under !== null) throw preconditionFailed('open_already', { case: under })
    const subject = await store.subjects.get(subjectId)
    const opened = await openAsked(context, {
      kind: 'ineligibility',
      scope,
      about: null,
      subjects: [{ subjectId, known: 'on_file' }],
      jurisdiction: subject?.jurisdiction ?? null,
      words: input.words,
      idempotencyKey: input.idempotencyKey,
    })
    const commit = { identifier: await committedLookUp({ store, now }, reading, subjectId) }
    const lookedUp = {
      what: 'person.looked_up', case: opened.value.caseCode, subjects: [subjectId], data: { by: reading.kind, matches: 'one' }, commit,
    } as const
    return { ...opened, events: [lookedUp, ...opened.events] }
  },
})

/** The code of a mark for this person and service that is asked for already. */
async function markUnderWay(store: Store, subjectId: string, service: string): Promise<string | null> {
  const same = (await store.requests.ofSubject(subjectId)).find(
    ({ request: { kind, state, scope } }) =>
      kind === 'ineligibility' && !isFinal(state) && scope.scope === 'service' && scope.service === service,
  )
  return same?.request.caseCode ?? null
}
