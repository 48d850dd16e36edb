import { viewDesk } from '#usecases/desk/view-desk.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { openBenchDesk, phoneOf, type BenchDesk } from './bench-desk.ts'
import { eraseFirst } from './erased-people.ts'
import { between, compare, timed, type Figure } from './measure.ts'

const people = 20_000
const looks = 300
/** How many people were erased; as many numbers that nobody ever had are looked up beside them. */
const erased = 40

/** A look-up and the page that is shown then, as both follow upon one press of a key; nobody may be found. */
async function looked({ desk, agent }: BenchDesk, phone: (n: number) => string): Promise<number> {
  const reading = { ...agent, via: 'get' as const }
  return timed(async () => {
    for (let n = 0; n < looks; n += 1) {
      const query = phone(n % erased)
      const { found } = await desk.command(lookUpPerson, { callId: null, query, telephonyId: null }, agent)
      const view = await desk.query(viewDesk, { locale: 'en', incoming: null }, reading)
      if (found !== 'none' || view.state !== 'call' || view.person.found !== 'none') throw new Error(`${query} is somebody`)
    }
  })
}

/**
 * Whether the time of an answer tells somebody who was erased from somebody who never was (domain book §4, 11): what
 * they are answered is the same to the letter, which is a test; how long it takes is this figure.
 */
export async function alikeFigures(): Promise<Figure[]> {
  const bench = await openBenchDesk(people)
  try {
    await eraseFirst(bench, erased)
    const ofErased = () => looked(bench, phoneOf)
    const ofNobody = () => looked(bench, (n) => phoneOf(90_000_000 + n))
    return [
      await compare('look-up and its page: somebody erased ÷ somebody who never was', between(0.9, 1.1), ofErased, ofNobody, `${looks} look-ups of ${erased} erased and barred people, and of as many numbers that nobody has; 20 k people`),
    ]
  } finally {
    await bench.close()
  }
}
