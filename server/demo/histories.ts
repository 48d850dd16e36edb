import type { DemoPerson } from './people.ts'
import { seededFor, type Seeded } from './seeded.ts'
import { storyDates } from './story-dates.ts'

/** One row of `import consents`. */
export interface ConsentRow {
  readonly external_id: string
  readonly purpose: string
  readonly notice_version: string
  readonly state: string
  readonly indication: string
  readonly channel: string
  readonly occurred_at: string
  readonly event_id: string
}

/**
 * How a person came to stand where they stand with the credit service. `mixed`: joined of their own will in 2016, and
 * met the ticked box as well. `withdrew`: wrote to the operator's app, so that a deregistration opens by itself.
 */
export const histories = [
  'quiet', 'forced', 'unticked', 'own_2016', 'mixed', 'renewed', 'own_apart', 'refused_apart', 'withdrew',
] as const
export type History = (typeof histories)[number]

const seed = 20_180_104
const hour = 3_600_000

/** Out of a thousand people. What is left over is `quiet`. */
const shares: readonly (readonly [History, number])[] = [
  ['forced', 310], ['unticked', 45], ['own_2016', 110], ['mixed', 60], ['renewed', 30], ['own_apart', 70],
  ['refused_apart', 140],
]

/** One in so many of those who joined by themselves took it back; each of them becomes a case of its own. */
const withdrawsEvery = 2_500

/** The history of this person, the same every time. */
export function historyOf(index: number): History {
  if (index % withdrawsEvery === 99) return 'withdrew'
  let left = seededFor(seed, index).below(1_000)
  for (const [history, share] of shares) {
    if (left < share) return history
    left -= share
  }
  return 'quiet'
}

type Event = Omit<ConsentRow, 'external_id' | 'event_id'>

const within = (random: Seeded, from: number, to: number) =>
  from + random.below(Math.floor((to - from) / 1_000)) * 1_000
const event = (purpose: string, version: string, state: string, indication: string, at: number): Event => ({
  purpose, notice_version: version, state, indication, channel: 'app', occurred_at: new Date(at).toISOString(),
})

const { ownPageFrom, ownPageTo, forcedFrom, forcedTo, apartFrom, apartTo } = storyDates

/** The consent events of a person, in the order in which they happened. */
export function eventsOf(person: DemoPerson): ConsentRow[] {
  const random = seededFor(seed + 1, person.index)
  const joined = Math.max(Date.parse(person.registered_at) + hour, ownPageFrom)
  const own = within(random, Math.min(joined, ownPageTo - hour), Math.min(joined + 300 * 24 * hour, ownPageTo))
  const events = [...marketing(random, own), ...creditEvents(historyOf(person.index), random, own)]
  return events
    .toSorted((a, b) => (a.occurred_at < b.occurred_at ? -1 : a.occurred_at > b.occurred_at ? 1 : 0))
    .map((one, place) => ({ ...one, external_id: person.external_id, event_id: `${person.external_id}-${place + 1}` }))
}

function creditEvents(history: History, random: Seeded, own: number): Event[] {
  const joins = event('credit_scoring', '2.0', 'ConsentGiven', 'ticked_box', own)
  const opens = (version: string, at: number) => event('annual_review', version, 'ConsentGiven', 'opened_review', at)
  const early = within(random, forcedFrom, forcedTo)
  const late = within(random, apartFrom, apartTo - hour)
  const forced = (state: string) => [
    opens('3.1', early),
    event('credit_scoring', '3.1', state, 'left_preticked', early + 1_000),
  ]
  switch (history) {
    case 'forced':
      return forced('ConsentGiven')
    case 'unticked':
      return [opens('3.1', early), event('credit_scoring', '3.1', 'ConsentRefused', 'unticked_box', early + 1_000)]
    case 'own_2016':
      return random.chance(0.4) ? [joins, opens('3.2', late)] : [joins]
    case 'mixed':
      return [joins, ...forced('RenewedConsentGiven')]
    case 'renewed':
      return [joins, opens('3.2', late), event('credit_scoring', '3.2', 'RenewedConsentGiven', 'ticked_box', late + 90_000)]
    case 'own_apart':
      return [opens('3.2', late), event('credit_scoring', '3.2', 'ConsentGiven', 'ticked_box', late + 60_000)]
    case 'refused_apart':
      return [opens('3.2', late), event('credit_scoring', '3.2', 'ConsentRefused', 'pressed_no', late + 20_000)]
    case 'withdrew':
      return [joins, event('credit_scoring', '2.0', 'ConsentWithdrawn', 'pressed_leave', apartFrom + 5 * hour)]
    case 'quiet':
      return random.chance(0.2) ? [opens('3.2', late)] : []
  }
}

function marketing(random: Seeded, at: number): Event[] {
  if (!random.chance(0.22)) return []
  const given = event('marketing', '1.4', 'ConsentGiven', 'ticked_box', at)
  return random.chance(0.25) ? [given, event('marketing', '1.4', 'ConsentWithdrawn', 'pressed_stop', at + 90 * 24 * hour)] : [given]
}
