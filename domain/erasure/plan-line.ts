import type { MaskAction } from './policy.ts'

export type SystemRole = 'own' | 'processor' | 'recipient'

/**
 * One effective line of a plan, as it is hashed (formats: the plan hash). `field: null` is the whole row.
 * Nothing in it depends on the person's rows: counts, dates and findings stand beside the lines.
 */
export interface PlanLine {
  readonly system: string
  readonly role: SystemRole
  readonly collection: string
  readonly field: string | null
  readonly action: 'delete' | 'mask' | 'keep'
  readonly params: Readonly<Record<string, string | number | boolean>>
  readonly basis: string | null
  readonly for: string | null
  readonly from_field: string | null
  /** `retained`, `held`, `needed` (only where another row needs this one), `key`, `read_only`; null where plain. */
  readonly reason: string | null
}

/** The parameters by which a line says how a field is masked. */
export function maskParams(action: MaskAction): PlanLine['params'] {
  return { ...action }
}

/** The mask that a line asks for, null for a line that masks nothing. */
export function maskOf(line: PlanLine): MaskAction | null {
  if (line.action !== 'mask') return null
  const { do: name, value, n, to } = line.params
  switch (name) {
    case 'null':
    case 'random':
    case 'pseudonym':
      return { do: name }
    case 'constant':
      return { do: name, value: value ?? 'erased' }
    case 'keep_last':
      return { do: name, n: Number(n) }
    case 'truncate_date':
      return { do: name, to: to === 'month' ? 'month' : 'year' }
    default:
      return null
  }
}

/** The masks of one collection's fields. */
export function masksOf(lines: readonly PlanLine[], collection: string): Map<string, MaskAction> {
  const masks = new Map<string, MaskAction>()
  for (const line of lines) {
    const mask = line.collection === collection && line.field !== null ? maskOf(line) : null
    if (mask !== null && line.field !== null) masks.set(line.field, mask)
  }
  return masks
}
