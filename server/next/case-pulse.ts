import { z } from 'zod'
import { AppError } from '#usecases/errors.ts'
import { TabId, viewPulse } from '#usecases/case/view-pulse.ts'
import { container } from '../container.ts'
import { endPresence, keepPresence } from '../db/presence.ts'
import { logFault } from '../log.ts'
import { principal } from './principal.ts'

const Body = z.object({ tab: TabId, leaving: z.boolean().default(false) })

const statusOf = {
  invalid_input: 400, not_allowed: 403, not_found: 404, conflict: 409, precondition_failed: 409, unavailable: 503,
}

const answered = (status: number, body?: object): Response =>
  Response.json(body ?? {}, { status, headers: { 'Cache-Control': 'no-store' } })

/**
 * Answers the page of a case that asks whether anything changed, and keeps the lease of its tab: codes, times and
 * personnel numbers. A short POST every few seconds passes every proxy; nothing is held open. Another site's page gets
 * no answer, and a session that is left alone ends although its page goes on asking.
 */
export async function casePulse(request: Request, caseCode: string): Promise<Response> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return answered(403)
  try {
    const body = Body.safeParse(await request.json().catch(() => null))
    if (!body.success) return answered(400)
    const { tab, leaving } = body.data
    const desk = await container()
    const { pulse, presence } = await desk.query(viewPulse, { caseCode, tab }, await principal('pulse'))
    const { raw } = desk.database
    if (presence !== null && leaving) await endPresence(raw, { ...presence, tab })
    if (presence !== null && !leaving) await keepPresence(raw, { ...presence, tab }, desk.runtime.clock.now())
    return answered(200, pulse)
  } catch (fault) {
    if (fault instanceof AppError) return answered(fault.reason === 'sign_in_needed' ? 401 : statusOf[fault.code])
    logFault('case.pulse', fault)
    return answered(500)
  }
}
