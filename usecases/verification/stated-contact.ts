import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { invalidInput } from '../errors.ts'
import type { StatedContact } from '../ports/check-store.ts'
import type { Store } from '../ports/store.ts'

/** Reads the phone or e-mail that a caller, or whoever wrote, named. @throws InvalidInput when it is neither */
export async function statedContact(store: Store, typed: string): Promise<StatedContact> {
  const type = typed.includes('@') ? 'email' : 'phone'
  const read = normaliseIdentifier(type, typed, { country: (await store.settings.all()).home_country })
  if (!read.ok) throw invalidInput('input', { contact: 'contact' })
  return { type, value: read.value }
}
