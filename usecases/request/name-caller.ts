import { waitsForItsPerson } from '#domain/request/unknown-person.ts'
import { levelIn } from '../call/level-in.ts'
import { command, type CommandResult } from '../command.ts'
import { AppError, notAllowed } from '../errors.ts'
import { livePerson } from '../verification/live-person.ts'
import { nameCallerInput } from '../views/desk-inputs.ts'
import type { CaseMoved } from './act-on-case.ts'
import { namePerson } from './name-person.ts'
import { possibleFor } from './possible-people.ts'

/**
 * Whoever wrote to us before anybody knew them calls, is verified, and reads out the code of their case: it is theirs
 * from here on, whoever took it in. A code of no case, of another person's, and of one that is over are refused alike;
 * and where the letter fits several people, only one of them is meant.
 */
export const nameCaller = command({
  name: 'request.name_caller',
  permission: 'request.name_caller',
  input: nameCallerInput,
  async run(context): Promise<CommandResult<CaseMoved>> {
    const { input, store } = context
    const { call, subject, about } = await livePerson(context, input.callId)
    if ((await levelIn(context, call, subject.id)) < 2) throw notAllowed('level_too_low', about)
    const stored = await store.requests.byCaseCode(input.caseCode)
    const open = stored !== null && waitsForItsPerson(stored.request)
    const possible = open ? await possibleFor(store, stored.request.id) : null
    if (!open || possible?.includes(subject.id) === false) {
      throw new AppError('invalid_input', 'not_their_case', { about, fields: { caseCode: 'not_their_case' } })
    }
    return namePerson(context, stored, subject.id, call.id)
  },
})
