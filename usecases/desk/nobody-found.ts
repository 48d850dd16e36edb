import { maskIdentifier } from '../person/masked-person.ts'
import { statedCodeIn } from '../verification/stated.ts'
import type { StatedContactView } from '../views/desk.ts'
import { challengeView } from './code-ways.ts'
import type { DeskContext } from './desk-context.ts'

/**
 * A code that went to a contact which somebody stated who is not on file. Nothing of the registry is read here: who was
 * erased and who never existed look the same (domain book §4, 11).
 */
export async function statedContactView(desk: DeskContext): Promise<StatedContactView | null> {
  const stated = await statedCodeIn(desk.store, desk.call.id)
  if (stated === null) return null
  return { maskedContact: maskIdentifier(stated.contact, 0), challenge: await challengeView(desk, stated.code) }
}
