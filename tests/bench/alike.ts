import { viewDesk } from '#usecases/desk/view-desk.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { openBenchDesk, phoneOf, type BenchDesk } from './bench-desk.ts'
import { eraseFirst } from './erased-people.ts'
import { between, compare, timed, type Figure } from './measure.ts'

const people = 20_000
const looks = 300
/** How many people were erased; as many numbers that nobody ever had are looked up beside them. */
const erased = 40

/** A look-up and the page that is shown then, as both follow upon one press of a key; who is found is as expected. */
async function looked(
  { desk, agent }: BenchDesk,
  phone: (n: number) => string,
  expected: 'none' | 'one' = 'none',
): Promise<number> {
  const reading = { ...agent, via: 'get' as const }
  return timed(async () => {
    for (let n = 0; n < looks; n += 1) {
      const query = phone(n % erased)
      const { found } = await desk.command(lookUpPerson, { callId: null, query, telephonyId: null }, agent)
      const view = await desk.query(viewDesk, { locale: 'en', incoming: null }, reading)
      const isShown = view.state === 'call' && (view.person.found === 'none') === (expected === 'none')
      if (found !== expected || !isShown) throw new Error(`${query} is found as ${found}`)
    }
  })
}

/**
 * Whether the time of an answer tells somebody who was erased from somebody who never was (domain book §4, 11): what
 * they are answered is the same to the letter, which is a test; how long it takes is the first figure. Of somebody on
 * file a masked identity is read and shown besides: the second says that this is all that is done for them.
 */
export async function alikeFigures(): Promise<Figure[]> {
  const bench = await openBenchDesk(people)
  try {
    await eraseFirst(bench, erased)
    const ofErased = () => looked(bench, phoneOf)
    const ofNobody = () => looked(bench, (n) => phoneOf(90_000_000 + n))
    const ofKnown = () => looked(bench, (n) => phoneOf(1_000 + n), 'one')
    return [
      await compare('look-up and its page: somebody erased ÷ somebody who never was', between(0.9, 1.1), ofErased, ofNobody, `${looks} look-ups of ${erased} erased and barred people, and of as many numbers that nobody has; 20 k people`),
      await compare('look-up and its page: somebody on file ÷ somebody who never was', between(0.5, 2), ofKnown, ofNobody, `as above; beside the answer a masked identity and the ways to verify it are read`),
    ]
  } finally {
    await bench.close()
  }
}
