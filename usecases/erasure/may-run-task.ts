import { mayErase } from '#domain/request/obstacles.ts'
import type { Actor } from '../actor.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { gatherFacts } from '../request/gather-facts.ts'

/** Why a task must not run now; null: it may. */
export type TaskObstacle = 'not_at_work' | 'paused' | 'mark_missing' | 'not_in_plan' | 'held' | 'access_open'

/**
 * The last question before anything destructive (invariant 3), over every line that a task would carry out in its
 * system and for everyone whom the request names. Asked in the transaction of the step, and again right before what
 * it does outside is made final.
 */
export async function taskObstacle(
  store: Store,
  { request, origin }: StoredRequest,
  system: string,
  { actor, now }: { readonly actor: Actor; readonly now: number },
): Promise<TaskObstacle | null> {
  const facts = await gatherFacts(store, { request, origin, actor, now, levels: new Map() })
  const planned = request.restRunning ?? (request.frozen?.lines ?? []).filter((line) => line.action !== 'keep')
  const lines = planned.filter((line) => line.system === system)
  const service = request.scope.scope === 'service' ? request.scope.service : null
  for (const { subjectId } of request.subjects) {
    for (const line of lines) {
      const may = mayErase(request, { subjectId, line, service }, now, facts)
      if (!may.ok) return may.reason
    }
  }
  // A system in which nothing is to go still must not be touched while the request does not run.
  if (request.state !== 'executing') return 'not_at_work'
  return request.pauses.length > 0 ? 'paused' : null
}
