import { writeFileSync } from 'node:fs'
import { eventsOf, historyOf, type History } from '#server/demo/histories.ts'
import { castOf } from '#server/demo/cast.ts'
import { demoPeople, lastDemoPeople, type DemoPerson } from '#server/demo/people.ts'
import type { Place } from '#server/demo/places.ts'
import type { Canary } from '#tests/support/canaries.ts'
import { deskCommand } from './desk-command.ts'

/** What a person is known by, in the clear: what a screen masks. */
export type Known = Pick<DemoPerson, 'external_id' | 'name' | 'phone' | 'email' | 'national_id'>

/** As many people as `npm start` makes. */
const demoSize = 20_000

/**
 * The n-th grown-up in China with this history, whose phone is theirs alone, from the end of the demo: the stories
 * that the demo tells are about people at its beginning. Number 0 is whom `npm start` offers to try.
 *
 * @param size how many people that demo has
 */
export function someoneWho(history: History, nth = 0, size = demoSize): DemoPerson {
  return nthOf(grownUps(size).filter(({ index }) => historyOf(index) === history), nth, `who is ${history}`)
}

/** The n-th such person who lives elsewhere, under another law. */
export function someoneIn(place: Place, history: History, nth = 0, size = demoSize): DemoPerson {
  return nthOf(grownUps(size, place).filter(({ index }) => historyOf(index) === history), nth, `in ${place} who is ${history}`)
}

/** The n-th such person whose last word on a purpose was yes. */
export function someoneWhoGave(purpose: string, history: History, nth = 0): DemoPerson {
  const gave = (one: DemoPerson) => eventsOf(one).findLast((event) => event.purpose === purpose)?.state === 'ConsentGiven'
  return nthOf(grownUps().filter((one) => historyOf(one.index) === history && gave(one)), nth, `who gave ${purpose}`)
}

function grownUps(size = demoSize, where: Place = 'CN'): DemoPerson[] {
  return lastDemoPeople(size, 1_800)
    .toReversed()
    .filter(({ place, born_on, index, sharesPhone }) => {
      // Two accounts under one national id: the desk would ask which of them is calling.
      const twice = [81, 82].includes(index % 200)
      return place === where && born_on < '1998' && !sharesPhone && !twice
    })
}

function nthOf(people: readonly DemoPerson[], nth: number, which: string): DemoPerson {
  const one = people[nth]
  if (one === undefined) throw new Error(`the demo has no ${nth}. person ${which}`)
  return one
}

/** The n-th two people in China whose accounts have the same phone. */
export const coupleOnOnePhone = (nth = 0): readonly [DemoPerson, DemoPerson] =>
  pairOf(({ sharesPhone, place }) => sharesPhone && place === 'CN', (one, other) => one.phone === other.phone, nth)

/** Two accounts under one national id. */
export const twoAccountsOfOne = (nth = 0): readonly [DemoPerson, DemoPerson] =>
  pairOf(({ index, place }) => [81, 82].includes(index % 200) && place === 'CN', (one, other) => one.national_id === other.national_id, nth)

/** The last two people of the demo who fit, and fit each other; both were grown up. Before them the second last two. */
function pairOf(
  fits: (one: DemoPerson) => boolean,
  together: (one: DemoPerson, other: DemoPerson) => boolean,
  nth = 0,
): readonly [DemoPerson, DemoPerson] {
  const people = lastDemoPeople(demoSize, 2_000).toReversed().filter((one) => fits(one) && one.born_on < '1998')
  let before = 0
  for (const [index, one] of people.entries()) {
    const other = people.slice(index + 1).find((candidate) => together(one, candidate))
    if (other !== undefined && before++ === nth) return [one, other]
  }
  throw new Error('the demo has no such two')
}

/** Whose account the demo deleted, three or four weeks ago: the first with this history whom its cast names. */
export const someoneErased = (history: 'own_2016' | 'mixed'): DemoPerson => castOf(demoPeople(400)).take(history)

/** What of a person must be nowhere but on the page: each value by a name that a failing test may show. */
export function canariesOf({ external_id, name, phone, email, national_id }: Known): Canary[] {
  return [
    { name: 'account', value: external_id },
    { name: 'name', value: name },
    { name: 'phone', value: phone },
    // However it is written, and without its country.
    { name: 'phone in digits', value: phone.replace(/\D/g, '').slice(-11) },
    { name: 'e-mail', value: email },
    { name: 'national id', value: national_id },
  ]
}

/** A person of one walk alone, loaded by the operator's own import. */
export function importPerson(person: Known, file: string): void {
  const columns = 'external_id,name,phone,email,national_id,locale,jurisdiction,born_on,registered_at'
  const { external_id, name, phone, email, national_id } = person
  const row = [external_id, name, phone, email, national_id, 'zh-CN', 'CN', '1972-02-29', '2014-03-02T04:05:06Z']
  writeFileSync(file, `${columns}\n${row.join(',')}\n`)
  const { code, said } = deskCommand('import', 'people', file)
  if (code !== 0) throw new Error(`the import was refused: ${said}`)
}
