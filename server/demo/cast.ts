import { historyOf, type History } from './histories.ts'
import type { DemoPerson } from './people.ts'
import type { Place } from './places.ts'

/** Hands out people for the stories, each once, and the same ones every time. */
export interface Cast {
  /** The next person with this history who lives there. @throws Error when the demo is too small */
  take(history: History, place?: Place): DemoPerson
}

/** A caster over these people. Whoever shares a phone, has a second account or is a child has no story of ours. */
export function castOf(people: readonly DemoPerson[]): Cast {
  const taken = new Set<number>()
  return {
    take(history, place = 'CN') {
      const found = people.find(
        (one) =>
          one.place === place && !taken.has(one.index) && !one.sharesPhone && ![81, 82].includes(one.index % 200) &&
          one.born_on < '1998' && historyOf(one.index) === history,
      )
      if (found === undefined) throw new Error(`the demo is too small: nobody is left for ${history} in ${place}`)
      taken.add(found.index)
      return found
    },
  }
}
