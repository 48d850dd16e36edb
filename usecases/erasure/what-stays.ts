import type { SystemPlan } from '#domain/erasure/plan.ts'
import { isoDay } from '#domain/erasure/retention.ts'
import type { Request, RestItem } from '#domain/request/request.ts'
import { sameItem } from '#domain/request/rest.ts'

/** Why rows stay: a reason of the plan's lines or rows. */
export const stayReasons = ['retained', 'held', 'needed', 'shared', 'key', 'read_only'] as const

export type StayReason = (typeof stayReasons)[number]

/** Rows of one collection that stay for one reason, until one day. */
export interface WhatStays {
  readonly system: string
  readonly collection: string
  readonly rows: number
  readonly reason: StayReason
  /** The legal basis as the policy or a supervisor named it; null where the reason speaks for itself. */
  readonly basis: string | null
  /** `YYYY-MM-DD`; null where nobody knows yet, or never. */
  readonly until: string | null
}

const isReason = (reason: string | null): reason is StayReason => stayReasons.some((one) => one === reason)

/** What a system's plan leaves, whole or masked, each row in one line: by its own reason, else by its collection's. */
export function stayingIn(plan: SystemPlan): WhatStays[] {
  return plan.collections.flatMap(({ name, staying }) => {
    const kept = plan.lines.find((line) => line.collection === name && line.action === 'keep')
    return staying.flatMap(({ why, until, rows }): WhatStays[] => {
      const reason = why ?? kept?.reason ?? null
      if (!isReason(reason)) return []
      const basis = reason === 'retained' ? (kept?.basis ?? null) : null
      return [{ system: plan.system, collection: name, rows, reason, basis, until }]
    })
  })
}

/**
 * What is still there of a person once a request is complete: what its frozen plan left, without what went since at
 * its date or after its hold, and what holds and supervisors kept after it was frozen.
 *
 * @param plans  the frozen plan's systems
 */
export function stillThere(request: Pick<Request, 'outcome' | 'frozen'>, plans: readonly SystemPlan[]): WhatStays[] {
  const rest = request.outcome?.rest ?? []
  const planned = plans.flatMap(stayingIn)
  const left = planned.filter((one) => !ends(one) || rest.some((item) => isOf(item, one)))
  const later = rest
    .filter((item) => !planned.some((one) => ends(one) && isOf(item, one)))
    .map((item) => keptLater(item, request, plans))
  const all = [...left, ...later.filter((one, index) => later.findIndex((other) => sameLine(other, one)) === index)]
  // A row that only others needed goes with the last of them.
  const needing = new Set(all.filter(({ reason }) => reason !== 'needed').map(({ system }) => system))
  return all.filter(({ reason, system }) => reason !== 'needed' || needing.has(system))
}

/** It goes one day: at its date, or when its hold is lifted. */
const ends = ({ reason, until }: WhatStays): boolean => reason === 'held' || (reason === 'retained' && until !== null)

const isOf = (item: RestItem, { system, collection, reason, until }: WhatStays): boolean =>
  item.system === system &&
  item.collection === collection &&
  (item.holdRef === null ? reason === 'retained' && item.until !== null && isoDay(item.until) === until : reason === 'held')

/** Kept after the plan was frozen, by a hold or by two supervisors: whatever was to go there stays. */
function keptLater(item: RestItem, { frozen }: Pick<Request, 'frozen'>, plans: readonly SystemPlan[]): WhatStays {
  const { system, collection, until, holdRef } = item
  const counts = plans.find((one) => one.system === system)?.collections.find(({ name }) => name === collection)?.counts
  const line = frozen?.lines.find((one) => sameItem(item, one))
  return {
    system,
    collection,
    rows: counts === undefined ? 0 : counts.delete + counts.mask,
    reason: holdRef === null ? 'retained' : 'held',
    basis: holdRef === null ? (line?.reason ?? null) : null,
    until: until === null ? null : isoDay(until),
  }
}

const sameLine = (a: WhatStays, b: WhatStays): boolean =>
  a.system === b.system && a.collection === b.collection && a.reason === b.reason && a.until === b.until
