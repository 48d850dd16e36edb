import type { ClientScope } from '#domain/access/actor-kinds.ts'
import type { Container } from '#server/container.ts'
import { apiRoute } from '#server/http/api-route.ts'
import type { Operation } from '#server/http/operation.ts'
import { addClient } from '#usecases/client/add-client.ts'

/** An answer as a client sees it. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly type: string
  // Tests read what they expect; the shapes are held by the OpenAPI document.
  readonly body: Record<string, unknown>
}

export interface Sent {
  readonly key?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a request to one operation of a desk, without a network. */
export async function send(desk: Container, operation: Operation, path: string, sent: Sent = {}): Promise<Answered> {
  const route = apiRoute(operation, async () => desk)
  const text = typeof sent.body === 'string' || sent.body === undefined ? sent.body : JSON.stringify(sent.body)
  const response = await route(
    new Request(`http://127.0.0.1/api/v1${path}`, {
      method: operation.method,
      headers: {
        ...(sent.key === undefined ? {} : { Authorization: `Bearer ${sent.key}` }),
        ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...sent.headers,
      },
      ...(text === undefined ? {} : { body: text }),
    }),
  )
  const answer = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    type: response.headers.get('content-type') ?? '',
    body: JSON.parse(answer === '' ? '{}' : answer) as Record<string, unknown>,
  }
}

let clients = 0

/** Adds a machine client with these scopes. */
export async function clientWith(
  desk: Container,
  ...scopes: ClientScope[]
): Promise<{ clientId: string; apiKey: string }> {
  clients += 1
  return desk.command(addClient, { name: `client ${clients}`, scopes }, { kind: 'operator' })
}
