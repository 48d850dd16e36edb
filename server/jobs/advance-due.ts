import { putOff } from '#usecases/request/put-off.ts'
import { advanceRequest } from '#usecases/request/advance-request.ts'
import { AppError } from '#usecases/errors.ts'
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
 * frozen are those of today's rows. A system that can not be asked keeps the window open.
 */
async function plannedAnew(desk: Container, requestId: string): Promise<boolean> {
  const stored = await desk.runtime.unitOfWork.read((store) => store.requests.byId(requestId))
  if (stored === null) return false
  const { state, clock, pauses } = stored.request
  if (state !== 'cooling_off' || clock.at > desk.runtime.clock.now() || pauses.length > 0) return true
  try {
    await desk.planner.plan(requestId)
    return true
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code !== 'unavailable') throw fault
    await desk.command(putOff, { requestId, why: fault.reason.replaceAll('-', '_') }, worker)
    return false
  }
}
