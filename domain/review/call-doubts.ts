/** What is known of a call's look-up and of how it ended. Times are epoch ms. */
export interface CallFacts {
  readonly startedAt: number
  readonly endedAt: number | null
  readonly outcome: string | null
  /** What the last look-up gave. */
  readonly found: 'none' | 'one' | 'several' | null
  /** The highest level that was reached with anybody in it. */
  readonly level: number
  /** Fields that were shown in the clear. */
  readonly reveals: number
  /** Cases that were opened, told, changed or stopped in it. */
  readonly cases: number
}

/** Why somebody has to look at a call: its outcome does not explain why a person was looked up. */
export const callDoubts = [
  'no_outcome',
  'found_though_not_found',
  'verified_though_not',
  'looked_up_at_wrong_number',
  'case_missing',
  'reveal_without_request',
] as const
export type CallDoubt = (typeof callDoubts)[number]

/** So long a call may lack its outcome, in ms: after its end, or after its beginning where it was never ended. */
export const outcomeWithinMs = { ofEnd: 3_600_000, ofStart: 12 * 3_600_000 } as const

/**
 * What speaks against a call in which somebody was looked up (screens book, the supervisor). A question that was
 * answered explains a look-up; a person who was found and an outcome that says otherwise do not fit together.
 */
export function doubtsOf(call: CallFacts, now: number): CallDoubt[] {
  const doubts: CallDoubt[] = []
  const { outcome, found, level } = call
  if (outcome === null && now > outcomeDue(call)) doubts.push('no_outcome')
  if (outcome === 'not_found' && found === 'one') doubts.push('found_though_not_found')
  if (outcome === 'not_verified' && level >= 2) doubts.push('verified_though_not')
  if (outcome === 'wrong_number' && found === 'one') doubts.push('looked_up_at_wrong_number')
  if ((outcome === 'request_opened' || outcome === 'promised_call') && call.cases === 0) doubts.push('case_missing')
  if (call.reveals > 0 && call.cases === 0) doubts.push('reveal_without_request')
  return doubts
}

const outcomeDue = ({ startedAt, endedAt }: CallFacts): number =>
  endedAt === null ? startedAt + outcomeWithinMs.ofStart : endedAt + outcomeWithinMs.ofEnd
