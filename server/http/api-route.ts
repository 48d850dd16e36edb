import { AppError } from '#usecases/errors.ts'
import { container, type Container } from '../container.ts'
import { logFault } from '../log.ts'
import { authenticate } from './authenticate.ts'
import { claimKey, keepAnswer, keyOf, releaseKey, type Keyed } from './idempotency.ts'
import { fullPath, type Answer, type Operation } from './operation.ts'
import { pathParams } from './path-params.ts'
import { HttpProblem, problemResponse } from './problem.ts'
import { takePoints } from './rate-limit.ts'
import { readBody } from './read-body.ts'

const usualBodyLimit = 64 * 1_024

/**
 * The one wrapper of every route of the machine API: key → rate → body → Idempotency-Key → operation → JSON or
 * problem+json. Scopes are checked by the runners alone.
 *
 * @param desk a test's own; the process's otherwise
 */
export function apiRoute(operation: Operation, desk: () => Promise<Container> = container) {
  const where = `${operation.method} ${fullPath(operation)}`
  return async (request: Request): Promise<Response> => {
    try {
      return await handle(operation, await desk(), request, where)
    } catch (fault) {
      return problemResponse(asHold(operation, fault, where), where)
    }
  }
}

async function handle(operation: Operation, desk: Container, request: Request, where: string): Promise<Response> {
  // Next answers HEAD with a GET route, which would be a whole audited read for nobody.
  if (request.method !== operation.method) throw new HttpProblem(405, 'method-not-allowed', { allow: operation.method })
  const { clientId, ratePerMinute } = await authenticate(desk, request)
  const within = async (points: number) => {
    const wait = await takePoints(clientId, points, ratePerMinute)
    if (wait !== null) throw new HttpProblem(429, 'rate-limited', { retryAfter: wait })
  }
  await within(1)
  const params = pathParams(fullPath(operation), new URL(request.url).pathname)
  const read = operation.body === undefined ? null : await readBody(request, operation.bodyLimit ?? usualBodyLimit)
  const more = operation.cost === undefined ? 1 : operation.cost(read?.json)
  if (more > 1) await within(more - 1)
  const keyed =
    operation.method === 'POST' && operation.idempotent !== false && read !== null
      ? keyOf(request, clientId, read.bytes)
      : null
  const run = () =>
    operation.run({
      desk,
      principal: { kind: 'client', clientId },
      params,
      body: read?.json,
      idempotencyKey: keyed?.key ?? null,
    })
  return keyed === null ? respond(await run()) : onceForKey(desk, keyed, where, run)
}

/** Runs it once for a key; an answer that is ours to mend gives the key back. */
async function onceForKey(desk: Container, keyed: Keyed, where: string, run: () => Promise<Answer>): Promise<Response> {
  const { raw } = desk.database
  const earlier = await claimKey(raw, keyed, desk.runtime.clock.now())
  if (earlier !== null) return replayed(earlier)
  const response = await run().then(respond, (fault: unknown) => problemResponse(fault, where))
  // Whether the client may is asked anew each time.
  const kept = response.status < 500 && ![401, 403, 429].includes(response.status)
  if (kept) await keepAnswer(raw, keyed, response.status, await response.clone().text())
  else await releaseKey(raw, keyed)
  return response
}

function replayed({ status, body }: { status: number; body: string }): Response {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  return new Response(body, {
    status,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'Idempotent-Replayed': 'true' },
  })
}

function respond({ status, body, contentType }: Answer): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': contentType ?? 'application/json', 'Cache-Control': 'no-store' },
  })
}

/** Whatever is not the sender's own fault makes the gate say "hold the enrolment". */
function asHold(operation: Operation, fault: unknown, where: string): unknown {
  if (operation.onFault === undefined || fault instanceof HttpProblem) return fault
  const senders = fault instanceof AppError && ['invalid_input', 'not_allowed', 'not_found'].includes(fault.code)
  if (senders) return fault
  logFault(where, fault)
  const retryAfter = fault instanceof AppError ? fault.retryAfter : undefined
  return new HttpProblem(503, operation.onFault, { retryAfter: retryAfter ?? 5 })
}
