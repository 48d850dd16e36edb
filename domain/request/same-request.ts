/** The same request filed again: when the first one is the answer to the second (domain book §9). */

import type { RequestKind, Scope } from './kinds.ts'
import { pauseOf } from './pause.ts'
import type { Request } from './request.ts'
import { isFinal } from './states.ts'

/** What is asked for, as far as it says whether it was asked for already. */
export interface Asked {
  readonly kind: RequestKind
  readonly scope: Scope
  /** The purpose's key; null for kinds that name none. */
  readonly purpose: string | null
  readonly subjectIds: readonly string[]
  /** When the person last consented to anything, epoch ms; null when never. */
  readonly lastGivenAt: number | null
}

/** Each of these says something of its own: what is objected to, or whom a mark is about and why. */
const neverTheSame: readonly RequestKind[] = ['objection', 'ineligibility', 'ineligibility_correction']

/**
 * The unfinished request that is this very one, or null. It is none of these, which would let somebody else's filing,
 * or an old one, take a person's right away:
 * - one that waits for verification: anybody can have filed it, and nobody else can go on with it;
 * - a disputed one: the person said that it was not theirs;
 * - one whose plan was frozen before the person consented again: it does not reach what came afterwards.
 */
export function sameRequest(asked: Asked, others: readonly Request[]): Request | null {
  if (neverTheSame.includes(asked.kind)) return null
  return others.find((other) => isSame(asked, other) && stands(asked, other)) ?? null
}

function isSame(asked: Asked, other: Request): boolean {
  const named = new Set(other.subjects.map(({ subjectId }) => subjectId))
  return (
    other.askedAs === asked.kind &&
    serviceOf(other.scope) === serviceOf(asked.scope) &&
    (other.purpose?.key ?? null) === asked.purpose &&
    asked.subjectIds.length > 0 &&
    asked.subjectIds.every((id) => named.has(id))
  )
}

function stands({ lastGivenAt }: Asked, other: Request): boolean {
  if (isFinal(other.state) || other.state === 'awaiting_verification' || pauseOf(other, 'disputed') !== null) return false
  return other.frozen === null || lastGivenAt === null || lastGivenAt <= other.frozen.at
}

const serviceOf = (scope: Scope): string | null => (scope.scope === 'service' ? scope.service : null)
