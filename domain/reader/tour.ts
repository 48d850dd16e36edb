// How far the people who sign in on one machine are with the tour of the demo: `A-101=2~S-104=end`. Personnel numbers
// and steps, nothing else; a browser that several use keeps each one's place.

/** The steps of the tour, the same number for every role. */
export const tourSteps = ['1', '2', '3', '4'] as const
export type TourStep = (typeof tourSteps)[number]

/** Where somebody is: a step, `end` once they asked not to see it again, `new` if they never saw it. */
export type TourPlace = TourStep | 'end' | 'new'

/** So many people share a machine at most; beyond that, who was there longest ago sees the tour anew. */
const mostKept = 20

const places: readonly string[] = [...tourSteps, 'end']

const read = (noted: string): [string, string][] =>
  noted.split('~').flatMap((part): [string, string][] => {
    const [humanRef, place = ''] = part.split('=')
    return humanRef !== undefined && places.includes(place) ? [[humanRef, place]] : []
  })

/** Where this member of staff is. What cannot be read counts as never seen. */
export function tourPlace(noted: string, humanRef: string): TourPlace {
  const place = read(noted).find(([who]) => who === humanRef)?.[1]
  return place === 'end' ? 'end' : (tourSteps.find((step) => step === place) ?? 'new')
}

/** What to note once they are there. Everybody else's place stays. */
export function withTourPlace(noted: string, humanRef: string, place: TourStep | 'end'): string {
  const others = read(noted).filter(([who]) => who !== humanRef)
  return [...others, [humanRef, place]].slice(-mostKept).map(([who, at]) => `${who}=${at}`).join('~')
}

/** The step after this one, or before it; after the last comes the first again, before the first nothing. */
export function stepFrom(step: TourStep, by: 1 | -1): TourStep {
  const at = tourSteps.indexOf(step) + by
  return tourSteps[at < 0 ? 0 : at % tourSteps.length] ?? '1'
}
