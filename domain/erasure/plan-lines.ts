import { maskParams, type PlanLine, type SystemRole } from './plan-line.ts'
import { holdBasis } from './fitting-rule.ts'
import type { Treatment } from './treatment.ts'

/** The lines of one system's plan, collection by collection: the row first, then its fields by name. */
export function planLines(system: string, role: SystemRole, treatments: Iterable<Treatment>): PlanLine[] {
  return [...treatments].flatMap((treatment) => {
    const line = (of: Partial<PlanLine> & Pick<PlanLine, 'action'>): PlanLine => ({
      system,
      role,
      collection: treatment.collection,
      field: null,
      params: {},
      basis: null,
      for: null,
      from_field: null,
      reason: null,
      ...of,
    })
    const detach: PlanLine['params'] = treatment.shared === 'detach' ? { shared: 'detach' } : {}
    const rows: PlanLine[] = []
    if (treatment.row === 'delete') rows.push(line({ action: 'delete', params: detach }))
    if (treatment.row === 'keep' && treatment.keep) {
      const { basis, until, fromField } = treatment.keep
      rows.push(line({
        action: 'keep',
        params: until === null ? detach : { ...detach, until },
        basis,
        for: treatment.keep.for,
        from_field: fromField,
        reason: basis === holdBasis ? 'held' : 'retained',
      }))
    }
    const reason = treatment.row === 'delete' ? 'needed' : null
    const masks = [...treatment.masks].map(([field, action]) =>
      line({ field, action: 'mask', params: maskParams(action), reason }),
    )
    const stays = [...treatment.stays].map(([field, why]) => line({ field, action: 'keep', reason: why }))
    const fields = [...masks, ...stays].sort((a, b) => ((a.field ?? '') < (b.field ?? '') ? -1 : 1))
    return [...rows, ...fields]
  })
}
