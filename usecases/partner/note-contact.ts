import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { noteContactInput } from '../views/partners-inputs.ts'

/** Where letters to a system go. The entry says that it changed and not to what: an address may name somebody. */
export const noteContact = command({
  name: 'partner.note_contact',
  permission: 'partner.note_contact',
  input: noteContactInput,
  async run({ input: { system, contact }, store }) {
    if ((await store.systems.byName(system)) === null) throw notFound('system')
    await store.partners.setContact(system, contact === '' ? null : contact)
    const change = contact === '' ? 'contact_removed' : 'contact_given'
    return { value: {}, events: [{ what: 'system.changed', data: { system, change } }] }
  },
})
