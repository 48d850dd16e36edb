/** What the request machine has to know of an erasure plan: its hash, its lines, whom it marks. */

/**
 * As `domain/ineligibility/mark.ts` decides it, per subject (invariant 4). `until` in epoch milliseconds. `services`:
 * where an account is deleted, those in which the person has a valid period; each is marked by itself.
 */
export type MarkDecision =
  | { mark: 'yes'; until?: number; noticeVersions?: readonly string[]; services?: readonly string[] }
  | { mark: 'none'; reason: string }

export interface SubjectMark {
  subjectId: string
  decision: MarkDecision
}

export type SystemRole = 'own' | 'processor' | 'recipient'

/** One effective line. `field: null` is the whole row. */
export interface PlanLine {
  system: string
  collection: string
  field: string | null
  action: 'delete' | 'mask' | 'keep'
  /** Why a kept line stays. */
  reason: string | null
  /** When a kept line is erased after all, epoch milliseconds; null while nobody knows (a hold) or never. */
  until: number | null
  /** The hold that keeps it. */
  holdRef: string | null
}

export interface PlanFact {
  hash: string
  marks: readonly SubjectMark[]
  lines: readonly PlanLine[]
  systems: readonly { system: string; role: SystemRole }[]
  /** A deregistration or void that would touch more than §5.3 names: then it needs an approval. */
  beyondNamed: boolean
  /** Enrolment periods found defective; a void_enrolment without one has nothing to void. */
  defectivePeriods: number
}

const weight = { keep: 0, mask: 1, delete: 2 } as const

function allows(frozen: PlanLine, line: PlanLine): boolean {
  if (frozen.system !== line.system || frozen.collection !== line.collection) return false
  const sameTarget = frozen.field === line.field || frozen.field === null
  return sameTarget && weight[frozen.action] >= weight[line.action]
}

/**
 * True when `next` destroys nothing that `frozen` did not: every line that deletes or masks has a frozen
 * line on the same target that is at least as destructive (§5.2: "afterwards it may only shrink"), and
 * nobody is marked who was not.
 */
export function planShrinks(
  frozen: Pick<PlanFact, 'lines' | 'marks'>,
  next: Pick<PlanFact, 'lines' | 'marks'>,
): boolean {
  const marked = new Set(frozen.marks.filter((m) => m.decision.mark === 'yes').map((m) => m.subjectId))
  return (
    next.lines.every((line) => line.action === 'keep' || frozen.lines.some((f) => allows(f, line))) &&
    next.marks.every((m) => m.decision.mark === 'none' || marked.has(m.subjectId))
  )
}

/** Something of the request can be granted: a line that erases. */
export function erasesSomething(lines: readonly PlanLine[]): boolean {
  return lines.some((line) => line.action !== 'keep')
}

/** The same people are to be marked in both. Ends and notices are computed and not part of the comparison. */
export function sameMarks(a: readonly SubjectMark[], b: readonly SubjectMark[]): boolean {
  const marked = (marks: readonly SubjectMark[]) =>
    marks.filter((m) => m.decision.mark === 'yes').map((m) => m.subjectId).sort().join('\n')
  return marked(a) === marked(b)
}

/** Nobody is to be marked. */
export function marksNobody(marks: readonly SubjectMark[]): boolean {
  return marks.every((m) => m.decision.mark === 'none')
}
