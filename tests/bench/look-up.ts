import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { phoneOf, type BenchDesk } from './bench-desk.ts'
import { atMost, compare, timed, type Figure } from './measure.ts'

const looks = 300

/** A look-up as an agent's screen asks for it: runner, grant, entry and commitment in one transaction. */
async function throughRunner({ desk, agent }: BenchDesk, people: number): Promise<number> {
  return timed(async () => {
    for (let n = 0; n < looks; n += 1) {
      const query = phoneOf((n * 7_919) % people)
      await desk.command(lookUpPerson, { callId: null, query, telephonyId: null }, agent)
    }
  })
}

/** What any desk would have to do at least: find the person, and write one line, durably. */
async function bare({ desk }: BenchDesk, people: number): Promise<number> {
  const { raw } = desk.database
  return timed(async () => {
    for (let n = 0; n < looks; n += 1) {
      const index = desk.vault.blindIndex('phone', phoneOf((n * 7_919) % people))
      await raw.transaction(async (queries) => {
        const [found] = await queries.all<{ subject_id: string }>('SELECT subject_id FROM identifier WHERE blind_index = ? AND type = ?', [index, 'phone'])
        await queries.run('INSERT INTO meta (key, value) VALUES (?, ?)', [crypto.randomUUID(), found?.subject_id ?? 'none'])
      })
    }
  })
}

/** Two desks that differ in nothing but how many people they have. */
export interface LookUpDesks {
  readonly twenty: BenchDesk
  readonly million: BenchDesk
  /** How many people the second one has. */
  readonly large: number
  /** What stands beside the figures. */
  readonly note: string
}

/** The look-up against the least that it could be, at two sizes, and the two sizes against each other. */
export async function lookUpFigures({ twenty, million, large, note }: LookUpDesks): Promise<Figure[]> {
  const small = 20_000
  const size = large.toLocaleString('en')
  const work = `${looks} look-ups, ${note}`
  return [
    await compare('look-up runner ÷ bare select + insert, 20 k people', atMost(5), () => throughRunner(twenty, small), () => bare(twenty, small), work),
    await compare(`look-up runner ÷ bare select + insert, ${size} people`, atMost(5), () => throughRunner(million, large), () => bare(million, large), work),
    await compare(`look-up runner, ${size} ÷ 20 k people`, atMost(1.2), () => throughRunner(million, large), () => throughRunner(twenty, small), `same work, ${Math.round(large / small)} times the people`),
  ]
}
