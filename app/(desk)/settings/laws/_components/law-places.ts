import type { LawLineView } from '#usecases/views/settings.ts'

/** What the table says of one place: a decision is about the place, whichever of its laws the rows come from. */
export interface LawPlace {
  jurisdiction: string
  laws: string[]
  citations: string[]
  /** `YYYY-MM-DD`, the earliest of its rows. */
  validFrom: string
  mark: LawLineView['mark']
  changed: LawLineView['changed']
}

const strictness = { no: 2, undecided: 1, yes: 0 } as const

/** The rows of the law table by place. Where they differ, what protects most stands, as in `lawMarkFor`. */
export function lawPlaces(lines: readonly LawLineView[]): LawPlace[] {
  const places = new Map<string, LawPlace>()
  for (const { jurisdiction, law, mark, citation, validFrom, changed } of lines) {
    const place = places.get(jurisdiction) ?? { jurisdiction, laws: [], citations: [], validFrom, mark, changed }
    if (!place.laws.includes(law)) place.laws.push(law)
    if (citation !== null && !place.citations.includes(citation)) place.citations.push(citation)
    if (validFrom < place.validFrom) place.validFrom = validFrom
    if (strictness[mark] > strictness[place.mark]) place.mark = mark
    places.set(jurisdiction, place)
  }
  return [...places.values()]
}

/** Whether any law of the place holds already; to the day, which is enough for a list. `now` in epoch ms. */
export const inForce = (place: LawPlace, now: number): boolean => Date.parse(place.validFrom) <= now
