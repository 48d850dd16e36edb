import type { MarkDecision } from '#domain/ineligibility/mark.ts'
import { isFinal } from '#domain/request/states.ts'
import { mayBeOnePerson } from '#domain/subject/one-person.ts'
import { levelOfGrant } from '../call/level-in.ts'
import type { PersonOnFile } from '../person/masked-person.ts'
import type { BothView, ChoiceView } from '../views/desk.ts'
import { choicesFor, marksFor, type KnownOfPerson } from './choices.ts'
import type { DeskContext } from './desk-context.ts'
import { enrolmentsOf } from './enrolments-of.ts'
import { personOnFile } from './person-on-file.ts'

/**
 * Adds to each deletion what it would be for every account that the caller was verified for in this call: locked where
 * one of them locks it, and telling the consequence that any of them has (domain book §5.4).
 */
export async function withOtherAccounts(
  desk: DeskContext,
  person: PersonOnFile,
  known: KnownOfPerson,
  choices: readonly ChoiceView[],
): Promise<ChoiceView[]> {
  const others = await verifiedOthers(desk, person.subject.id)
  if (others.length === 0) return [...choices]
  const accounts = [person, ...others.map((one) => one.person)]
  const marks = merged([
    await marksFor(desk, person, known.consent, accounts),
    ...(await Promise.all(others.map((one) => marksFor(desk, one.person, one.known.consent, accounts)))),
  ])
  const together = await choicesFor(desk, person, { ...known, marks })
  const theirs = await Promise.all(others.map((one) => choicesFor(desk, one.person, one.known)))
  const onePerson = mayBeOnePerson(accounts.map(nationalIdOf))
  return choices.map((choice): ChoiceView => {
    const joint = choice.kind === 'deletion' ? together.find((one) => one.choiceId === choice.choiceId) : undefined
    if (joint === undefined) return choice
    const same = theirs.flatMap((list) => list.filter((one) => one.choiceId === choice.choiceId))
    const locked = same.find((one) => one.lock !== null)
    const lock: BothView['lock'] = onePerson ? (locked?.lock ?? null) : { key: 'two_people' }
    const { mark, effects, script } = joint
    return { ...choice, both: { subjectIds: others.map((one) => one.person.subject.id), lock, mark, effects, script } }
  })
}

async function verifiedOthers({ store, call, now }: DeskContext, subjectId: string) {
  const grants = (await store.calls.grants(call.id)).filter(
    (grant) => grant.subjectId !== subjectId && levelOfGrant(grant, now) >= 2,
  )
  const found = await Promise.all(
    grants.map(async (grant) => {
      const person = await personOnFile(store, grant.subjectId)
      if (person === null) return []
      const [consent, requests] = await Promise.all([
        enrolmentsOf(store, person),
        store.requests.ofSubject(grant.subjectId),
      ])
      const open = requests.filter(({ request }) => !isFinal(request.state))
      return [{ person, known: { level: levelOfGrant(grant, now), consent, open } }]
    }),
  )
  return found.flat()
}

/** Whether the person would be marked, service by service: where one of the accounts is, they are. */
function merged(all: readonly ReadonlyMap<string, MarkDecision>[]): Map<string, MarkDecision> {
  const marks = new Map<string, MarkDecision>()
  for (const [key, decision] of all.flatMap((one) => [...one])) {
    if (marks.get(key)?.mark !== 'yes') marks.set(key, decision)
  }
  return marks
}

const nationalIdOf = ({ identifiers }: PersonOnFile): string | null =>
  identifiers.find((one) => one.type === 'national_id' && one.heldTo === null)?.value ?? null
