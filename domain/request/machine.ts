/** The request machine: what follows from an event, or why it does not. Total over every state and event. */

import { actorRule } from './actor.ts'
import { conditions } from './conditions.ts'
import type { StepContext } from './context.ts'
import type { Effect } from './effects.ts'
import type { EventType, RequestEvent } from './events.ts'
import type { RefusalCode } from './explain.ts'
import type { Facts } from './facts.ts'
import { guards } from './guards.ts'
import type { Request } from './request.ts'
import { isFinal, type RequestState } from './states.ts'
import { steps } from './steps.ts'
import { draftOf } from './steps/opening.ts'
import { withHolds } from './steps/pausing.ts'
import { requestTable, type Row, type RowId } from './table.ts'

export type Decision =
  | {
      ok: true
      /** The row of the table, for the log. */
      row: RowId
      next: Request
      /** In the order in which they must become true, in the request's own transaction or by its outbox. */
      effects: readonly Effect[]
    }
  | { ok: false; reason: RefusalCode }

type TableRow = Row & { id: RowId }

/** The rows by state and event, so that a decision does not look through the whole table. */
const rowsByStep = new Map<string, TableRow[]>()
for (const row of requestTable) {
  for (const from of row.from) {
    const key = `${from} ${row.event}`
    rowsByStep.set(key, [...(rowsByStep.get(key) ?? []), row])
  }
}

/** The rows that an event has in a state. */
export function rowsFor(state: RequestState | 'none', event: EventType): readonly TableRow[] {
  return rowsByStep.get(`${state} ${event}`) ?? []
}

/**
 * Decides an event. `request` is null for `open` alone. The machine reads no clock and asks nobody: time stands
 * in the event, and what a guard needs of the world in `facts`. Refusals are answers, never exceptions.
 */
export function decide(request: Request | null, event: RequestEvent, facts: Facts): Decision {
  if (request === null) {
    if (event.type !== 'open') return refuse('no_such_step')
    return pass('none', { request: draftOf(event, facts.settings), event, facts })
  }
  if (!Number.isFinite(event.at) || event.at < request.since) return refuse('out_of_order')
  return pass(request.state, { request, event, facts })
}

function refuse(reason: RefusalCode): Decision {
  return { ok: false, reason }
}

function pass(state: RequestState | 'none', c: StepContext): Decision {
  const { request, event } = c
  const kind = kindOf(state, c)
  const inState = rowsFor(state, event.type).filter((row) => row.kinds === 'all' || row.kinds.includes(kind))
  if (inState.length === 0) return refuse(isFinal(request.state) ? 'final' : 'no_such_step')
  const role = actorRule(event.by)
  const rows = inState.filter((row) => role !== null && row.by.includes(role))
  if (rows.length === 0) return refuse('not_your_role')
  const row = rows.find((r) => r.when.every((name) => conditions[name](c)))
  if (!row) return refuse('no_such_step')
  if (request.pauses.length > 0 && !row.whilePaused) return refuse('paused')
  for (const name of row.guards) {
    const reason = guards[name](c)
    if (reason) return refuse(reason)
  }
  return settle(row, c)
}

/** A row of `open` goes by what was asked for; the rules may make another kind of it. */
function kindOf(state: RequestState | 'none', c: StepContext) {
  return state === 'none' ? c.request.askedAs : c.request.kind
}

/** Takes the step, lays a hold that it brought to light, and counts the version. */
function settle(row: TableRow, c: StepContext): Decision {
  const stepped = steps[row.id](c)
  // The events of a hold itself know better than the facts, which may be those from before it.
  const ofHold = row.event === 'hold_placed' || row.event === 'hold_lifted'
  const held = ofHold ? { next: stepped.next, effects: [] } : withHolds(c, stepped.next)
  return {
    ok: true,
    row: row.id,
    next: { ...held.next, version: c.request.version + 1 },
    effects: [...stepped.effects, ...held.effects],
  }
}
