import { putOff } from '#usecases/request/put-off.ts'
import { advanceRequest } from '#usecases/request/advance-request.ts'
import { readFrom } from '#domain/request/telling.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { AppError } from '#usecases/errors.ts'
import type { Store } from '#usecases/ports/store.ts'
import type { Container } from '../container.ts'

/** How many requests are looked at in one turn. */
const batch = 20

const worker = { kind: 'system', id: 'worker' } as const

/** Looks at every request whose clock ran out by now; how many. */
export async function advanceDue(desk: Container): Promise<number> {
  const { runtime } = desk
  const awake = await runtime.unitOfWork.read((store) => store.requests.awake(runtime.clock.now(), batch))
  for (const requestId of awake) {
    try {
      if (await plannedAnew(desk, requestId)) await desk.command(advanceRequest, { requestId }, worker)
    } catch (fault) {
      // Somebody at a desk was faster: the request is looked at again in the next turn.
      if (!(fault instanceof AppError) || fault.code !== 'conflict') throw fault
    }
  }
  return awake.length
}

/**
 * Before a window is over the plan is made anew: what changed since the approval takes it away, and the keys that are
 * frozen are those of today's rows. So it is before what was told in writing goes on, days after it was asked for. A
 * system that can not be asked keeps it waiting.
 */
async function plannedAnew(desk: Container, requestId: string): Promise<boolean> {
  const due = await desk.runtime.unitOfWork.read((store) => planIsDue(store, requestId, desk.runtime.clock.now()))
  if (due === null) return false
  if (!due) return true
  try {
    await desk.planner.plan(requestId)
    return true
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code !== 'unavailable') throw fault
    await desk.command(putOff, { requestId, why: fault.reason.replaceAll('-', '_') }, worker)
    return false
  }
}

/** Whether this request goes on by a plan of today; null for one that is gone. */
async function planIsDue(store: Store, requestId: string, now: number): Promise<boolean | null> {
  const stored = await store.requests.byId(requestId)
  if (stored === null) return null
  const { state, clock, pauses } = stored.request
  if (state === 'cooling_off') return clock.at <= now && pauses.length === 0
  const read = readFrom(stored.request, requestSettingsFrom(await store.settings.all()))
  return state === 'awaiting_verification' && read !== null && read <= now
}
