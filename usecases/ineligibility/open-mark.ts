import { isFinal } from '#domain/request/states.ts'
import { command, type CommandResult } from '../command.ts'
import { invalidInput, notAllowed } from '../errors.ts'
import { committedLookUp, matchReadings, readingsOf } from '../person/look-up-person.ts'
import type { Store } from '../ports/store.ts'
import { askMarkInput } from '../views/ineligibility-inputs.ts'
import { alreadyAsked, openAsked, type OpenedByStaff } from './asked-by-staff.ts'

/** Why nothing was opened by a look-up that is on record. */
export interface NotOpened {
  readonly notOpened: 'unknown_person' | 'several_people' | 'open_already'
  /** The case that is open already. */
  readonly caseCode: string | null
}

/**
 * Asks that the person of an exact identifier be marked without a deletion. The look-up is an entry of its own, as in a
 * call; what comes back is a case, and nothing of the person.
 */
export const openMark = command({
  name: 'request.open_mark',
  permission: 'request.open_mark',
  input: askMarkInput,
  async run(context): Promise<CommandResult<OpenedByStaff | NotOpened>> {
    const { input, actor, now, store } = context
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const again = await alreadyAsked(context, input.idempotencyKey)
    if (again !== null) return again
    const service = await store.consents.service(input.service)
    if (service === null) throw invalidInput('input', { service: 'unknown_service' })
    const { reading, subjectIds } = await matchReadings(store, await readingsOf(store, input.query))
    const [first] = subjectIds
    const subjectId = subjectIds.length === 1 && first !== undefined ? first : null
    const commit = { identifier: await committedLookUp({ store, now }, reading, subjectId) }
    const matches = first === undefined ? 'none' : subjectId === null ? 'several' : 'one'
    const lookedUp = { what: 'person.looked_up', subjects: subjectIds, data: { by: reading.kind, matches }, commit } as const
    // Whom nothing is asked for was looked up all the same: that stays, where an error would roll it back.
    if (subjectId === null) {
      const why = first === undefined ? 'unknown_person' : 'several_people'
      return { value: { notOpened: why, caseCode: null }, events: [lookedUp] }
    }
    const scope = { scope: 'service', service: service.key } as const
    const under = await markUnderWay(store, subjectId, service.key)
    if (under !== null) {
      return { value: { notOpened: 'open_already', caseCode: under }, events: [{ ...lookedUp, case: under }] }
    }
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
    return { ...opened, events: [{ ...lookedUp, case: opened.value.caseCode }, ...opened.events] }
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
