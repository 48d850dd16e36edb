import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { staffActor } from '../call/own-call.ts'
import { noteLetterInput } from '../views/partners-inputs.ts'
import { lateSystems } from './late-systems.ts'

/** A letter about its silence was sent to whoever runs a system: in this language, about the cases of this moment. */
export const noteLetter = command({
  name: 'partner.note_letter',
  permission: 'partner.note_letter',
  input: noteLetterInput,
  async run({ input: { system, locale }, actor, store, now, ids }) {
    const { humanRef: sentBy } = staffActor({ actor })
    const late = (await lateSystems(store, now, sentBy)).systems.find((one) => one.system === system)
    if (late === undefined) throw preconditionFailed('system_answers')
    const cases = late.cases.length
    await store.partners.addLetter({ id: ids.uuid(), system, locale, cases, sentAt: now, sentBy })
    return {
      value: {},
      events: [{
        what: 'system.letter_sent',
        data: { system, locale: locale.toLowerCase(), cases, late: late.late, silent_days: late.silentDays ?? 0 },
      }],
    }
  },
})
