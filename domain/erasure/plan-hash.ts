import { createHash } from 'node:crypto'
import { canonicalJson, type JsonValue } from '#domain/audit/canonical-json.ts'
import type { RequestKind } from '#domain/request/kinds.ts'
import type { PlanLine } from './plan-line.ts'

/** What an approval is bound to: the effective lines over all systems, and whether the person is marked. */
export interface HashedPlan {
  readonly v: 1
  readonly kind: RequestKind
  readonly scope: 'service' | 'account'
  readonly service: string | null
  readonly mark: 'yes' | 'none'
  readonly lines: readonly PlanLine[]
}

/**
 * SHA-256 of the RFC 8785 form of a plan, as hex (formats: plan hash). Lines are sorted by the UTF-16 code
 * units of their own canonical form, and a line that stands there twice counts once, so neither the order in
 * which systems answer nor row counts, dates or findings beside the lines change it.
 */
export function planHash(plan: HashedPlan): string {
  const lines = new Map(plan.lines.map((line) => {
    const hashed = hashedLine(line)
    return [new TextDecoder().decode(canonicalJson(hashed)), hashed] as const
  }))
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
  const { v, kind, scope, service, mark } = plan
  return createHash('sha256').update(canonicalJson({ v, kind, scope, service, mark, lines: sorted })).digest('hex')
}

/** Named one by one: what somebody adds to a line later must not slip into the hash. */
function hashedLine(line: PlanLine): { [key: string]: JsonValue } {
  return {
    system: line.system,
    role: line.role,
    collection: line.collection,
    field: line.field,
    action: line.action,
    params: line.params,
    basis: line.basis,
    for: line.for,
    from_field: line.from_field,
    reason: line.reason,
  }
}
