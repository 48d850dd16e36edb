import { z, type ZodType } from 'zod'
import { fullPath, type Operation } from './operation.ts'
import { operations } from './operations.ts'

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. `io`: as it is sent, before anything is made of it. */
const schemaOf = (schema: ZodType) => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const usual: Readonly<Record<number, string>> = {
  400: 'invalid-input, not-json or bad-path',
  401: 'key-needed: no key, a wrong one, or one that was revoked',
  403: 'scope-missing',
  429: 'rate-limited: wait as long as Retry-After says',
  500: 'fault: it failed on our side',
  503: 'unavailable: send the same again later',
}

const ofWrites: Readonly<Record<number, string>> = { 413: 'body-too-large', 415: 'not-json' }

const keyed = (operation: Operation) => operation.method === 'POST' && operation.idempotent !== false

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Drawn by the client for each new request, 24 hours: the same key and body get the same answer, another body 409.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

function describe(operation: Operation) {
  const { params = {}, body, answers, problems = {}, contentType = 'application/json' } = operation
  const named = [...fullPath(operation).matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
  const refused = {
    ...usual,
    ...(body === undefined ? {} : ofWrites),
    ...(keyed(operation) ? { 409: 'idempotency-key-reused or idempotency-key-in-flight' } : {}),
    ...(named.length === 0 ? {} : { 404: 'not-found' }),
  }
  const conflicts = keyed(operation) && problems[409] !== undefined ? { 409: `${problems[409]}; ${refused[409] ?? ''}` } : {}
  return {
    operationId: `${operation.method.toLowerCase()}${operation.path.replaceAll(/[/{}_]+(\w)?/g, (_all, letter: string = '') => letter.toUpperCase())}`,
    summary: operation.summary,
    security: [{ apiKey: [operation.scope] }],
    'x-scope': operation.scope,
    parameters: [
      ...named.map((name) => ({ name, in: 'path', required: true, schema: schemaOf(params[name] ?? z.string()) })),
      ...(keyed(operation) ? [idempotencyKey] : []),
    ],
    ...(body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          { description: status === '201' ? 'Created' : 'Done', content: { [contentType]: { schema: schemaOf(schema) } } },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries({ ...refused, ...problems, ...conflicts }).map(([status, words]) => [status, problem(words)]),
      ),
    },
  }
}

/** The machine API as an OpenAPI 3.1 document, printed from the schemas that judge what is sent. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const path = (paths[fullPath(operation)] ??= {})
    path[operation.method.toLowerCase()] = describe(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rightsdesk',
      version: '1',
      description:
        'For machine clients. Times are RFC 3339 in UTC. Refusals are RFC 9457 problems; their types are stable and named in each description.',
    },
    paths,
    components: {
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'The key that `desk client add` showed once.' } },
      schemas: { Problem: schemaOf(Problem) },
    },
  }
}

const Problem = z.object({
  type: z.string().describe('/problems/<name>'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What to do about it.'),
  code: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
})
