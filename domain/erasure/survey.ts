import type { Asking } from './fetch.ts'
import type { FrozenCollection } from './frozen.ts'
import type { Edge } from './graph.ts'
import { RowSet } from './row-set.ts'
import { followDown } from './survey-down.ts'
import { relevantCollections, type SurveyGround, type SurveyState } from './survey-ground.ts'
import { KnownValues, sortOutShared } from './survey-owners.ts'
import { findRoots } from './survey-roots.ts'
import { findSeeds } from './survey-seeds.ts'
import { Candidates } from './survey-up.ts'

/**
 * Finds every row of a person in a connected database, and which of them are somebody else's too.
 *
 * It begins at rows that name the person (an account id, a phone …) and at the keys frozen earlier. From there
 * it goes *down* to whatever points at the person's rows; takes back what also belongs to another person's
 * existing row (invariant 8); and goes *up* to rows that are pointed at by the person's rows and by nobody
 * else's. Until nothing changes. It ends with circles and self references too: each row is taken once.
 */
export function* survey(ground: SurveyGround, seeds: readonly FrozenCollection[]): Asking<SurveyState> {
  const state: SurveyState = { theirs: new RowSet(), shared: new RowSet(), crowded: new Set() }
  const relevant = relevantCollections(ground)
  const known = new KnownValues()
  const asked = new Map<Edge, Set<string>>()
  const candidates = new Candidates(yield* findSeeds(ground, state, seeds))
  yield* findRoots(ground, state, relevant)
  for (let grown = true; grown; ) {
    yield* followDown(ground, state, relevant, asked)
    yield* sortOutShared(ground, state, known)
    yield* candidates.find(ground, state, relevant)
    grown = yield* candidates.take(ground, state, known)
  }
  for (const row of candidates.rest()) state.shared.add(row)
  return state
}
