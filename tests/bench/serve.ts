import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { processConfig } from '#server/config.ts'
import { openContainer } from '#server/container.ts'
import { apiRoute } from '#server/http/api-route.ts'
import type { Operation } from '#server/http/operation.ts'
import { askGateOperation } from '#server/http/operations/ask-gate.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'

// A process of its own for the benchmarks over HTTP: the real gate and the real look-up, and beside each the same
// route with nothing, or nothing audited, behind it. Run by gate.ts; it ends with its parent.

const desk = await openContainer({ config: processConfig() })
const sessionId = process.argv[2] ?? ''

/** Authenticated, its body read, and nothing else. */
const emptyOperation: Operation = {
  method: 'POST',
  path: '/eligibility',
  scope: 'gate',
  summary: 'Nothing',
  body: z.unknown(),
  answers: { 200: z.object({ ok: z.boolean() }) },
  idempotent: false,
  run: async () => ({ status: 200, body: { ok: true } }),
}

const Look = z.object({ phone: z.string() })

/** The agent's look-up, with its grant and its entry. */
async function audited(request: Request): Promise<Response> {
  const { phone } = Look.parse(await request.json())
  const input = { callId: null, query: phone, telephonyId: null }
  return Response.json(await desk.command(lookUpPerson, input, { kind: 'session', sessionId, via: 'post' }))
}

/** The same reads for the same agent: who asks, their call, the person, the grant; nothing written. */
async function unaudited(request: Request): Promise<Response> {
  const { phone } = Look.parse(await request.json())
  const { unitOfWork, clock } = desk.runtime
  const actor = await unitOfWork.resolveActor({ kind: 'session', sessionId, via: 'post' }, clock.now())
  const found = await unitOfWork.write(async ({ store }) => {
    const call = await store.calls.unfinished(actor.id)
    const subjects = await store.subjects.findByIdentifier('phone', phone)
    const [only] = subjects
    if (call !== null && only !== undefined) await store.calls.grant(call.id, only)
    return subjects.length
  })
  return Response.json({ found })
}

const routes: Record<string, (request: Request) => Promise<Response>> = {
  '/gate': apiRoute(askGateOperation, async () => desk),
  '/empty': apiRoute(emptyOperation, async () => desk),
  '/audited': audited,
  '/unaudited': unaudited,
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const route = routes[incoming.url ?? ''] ?? (async () => new Response(null, { status: 404 }))
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []))
  const request = new Request(`http://127.0.0.1/api/v1/eligibility`, { method: 'POST', headers, body: Buffer.concat(chunks) })
  const result = await route(request)
  response.writeHead(result.status, { 'content-type': 'application/json' })
  response.end(Buffer.from(await result.arrayBuffer()))
}

const server = createServer((incoming, response) => {
  answer(incoming, response).catch(() => response.writeHead(500).end())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : 0}\n`)
})
process.on('disconnect', () => process.exit(0))
