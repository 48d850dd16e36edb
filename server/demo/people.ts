import { nameIn } from './names.ts'
import { nationalIdIn } from './national-ids.ts'
import { phoneIn } from './phone-numbers.ts'
import { localeOf, placeOf, type Place } from './places.ts'
import { seededFor, type Seeded } from './seeded.ts'

/** One invented person, as the account system would send them: the row of `import people`. */
export interface DemoPerson {
  readonly index: number
  readonly place: Place
  readonly external_id: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly national_id: string
  readonly locale: string
  readonly jurisdiction: string
  readonly born_on: string
  readonly registered_at: string
  /** Somebody else's account has the same phone: no code to it proves anything. */
  readonly sharesPhone: boolean
}

/** Everything in the demo follows from this number: the month of the story. */
const seed = 201_801
const day = 86_400_000
const mailHosts = ['mail.example', 'post.example', 'example.com', 'example.net', 'example.org'] as const

/** The person of this number, the same every time and whatever the size of the demo. */
function personOf(index: number): Omit<DemoPerson, 'sharesPhone'> {
  const random = seededFor(seed, index)
  const { place, ordinal } = placeOf(index)
  const name = nameIn(place, random)
  const born_on = bornOn(random)
  return {
    index,
    place,
    external_id: `u-${100_000 + index}`,
    name,
    phone: phoneIn(place, ordinal, random),
    email: `${mailName(random)}${index}@${random.pick(mailHosts)}`,
    national_id: nationalIdIn(place, born_on, ordinal, random) ?? '',
    locale: localeOf(place),
    jurisdiction: place,
    born_on,
    registered_at: registeredAt(random),
  }
}

/** People come in blocks of so many, each with its own couple and its own second account. */
const blockSize = 200

/** The last of so many people, in whole blocks: at least `least` of them, or all. */
export const lastDemoPeople = (count: number, least: number): DemoPerson[] =>
  peopleFrom(Math.max(0, Math.floor((count - least) / blockSize) * blockSize), count)

/**
 * So many people. In every two hundred a couple shares one phone, and one person has a second account under the same
 * national id: the desk has to ask which of them is calling.
 */
export const demoPeople = (count: number): DemoPerson[] => peopleFrom(0, count)

function peopleFrom(first: number, end: number): DemoPerson[] {
  const people = Array.from({ length: end - first }, (_, place) => ({ ...personOf(first + place), sharesPhone: false }))
  for (let block = 0; block < people.length; block += blockSize) {
    const [first, second] = [people[block + 41], people[block + 42]]
    if (first !== undefined && second !== undefined) {
      people[block + 41] = { ...first, sharesPhone: true }
      people[block + 42] = { ...second, phone: first.phone, sharesPhone: true }
    }
    const [account, other] = [people[block + 81], people[block + 82]]
    if (account !== undefined && other !== undefined) {
      people[block + 82] = { ...other, name: account.name, national_id: account.national_id, born_on: account.born_on }
    }
  }
  return people
}

/** 2010 to 2017, in the Chinese daytime. */
const registeredAt = (random: Seeded) =>
  new Date(Date.UTC(2010, 0, 1) + random.below(2_900) * day + random.below(12 * 3_600) * 1_000).toISOString()

/** Mostly grown up; a few were children when the review was shown. */
function bornOn(random: Seeded): string {
  const year = random.chance(0.006) ? 2004 + random.below(4) : 1948 + random.below(50)
  return `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
}

const mailName = (random: Seeded) =>
  random.pick(['li', 'wang', 'xiao', 'chen', 'blue', 'river', 'sunny', 'tea', 'mei', 'lucky']) +
  random.pick(['.moon', '.star', '.home', '_88', '.fan', '', '.paper', '.cloud'])
