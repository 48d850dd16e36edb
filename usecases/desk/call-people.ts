import { levelOfGrant } from '../call/level-in.ts'
import { maskedPerson } from '../person/masked-person.ts'
import type { CallPersonView } from '../views/desk.ts'
import type { DeskContext } from './desk-context.ts'
import { personOnFile } from './person-on-file.ts'

/**
 * Every account that was looked up in this call, masked, with its level; empty where there is but the one that the call
 * is on. One that it is not on is always listed: a number typed wrong afterwards must not lose who is verified.
 */
export async function callPeople({ store, call, now }: DeskContext): Promise<CallPersonView[]> {
  const grants = await store.calls.grants(call.id)
  const people = await Promise.all(
    grants.map(async (grant): Promise<CallPersonView | null> => {
      const person = await personOnFile(store, grant.subjectId)
      if (person === null) return null
      const { fields } = maskedPerson(person, 0)
      return {
        subjectId: grant.subjectId,
        masked: fields.slice(0, 2).map((field) => field.masked),
        level: levelOfGrant(grant, now),
        current: call.found === 'one' && call.subjectId === grant.subjectId,
      }
    }),
  )
  const known = people.flatMap((one) => one ?? [])
  return known.length === 1 && known[0]?.current === true ? [] : known
}
