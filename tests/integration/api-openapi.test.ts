import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clientScopes } from '#domain/access/actor-kinds.ts'
import { openApiDocument } from '#server/http/openapi.ts'
import { fullPath } from '#server/http/operation.ts'
import { operations } from '#server/http/operations.ts'

const root = join(import.meta.dirname, '../..')

/** Routes that describe nothing a client sends: the document itself, and what answers for unknown addresses. */
const notOperations = [
  '/api/v1/openapi.json', '/api/v1/{...unknown}', '/api/health', '/api/ready', '/api/auth/{...nextauth}',
  // There only for the benchmarks (bench-route.ts).
  '/api/v1/bench/{what}',
]

const routes = globSync('app/api/**/route.ts', { cwd: root }).map((file) => ({
  path: `/${file.replaceAll('\\', '/').slice('app/'.length, -'/route.ts'.length).replaceAll(/\[([^\]]+)\]/g, '{$1}')}`,
  text: readFileSync(join(root, file), 'utf8'),
}))

describe('the OpenAPI document', () => {
  const document = openApiDocument()

  it('describes every route file, method by method, and nothing else', () => {
    const served = routes
      .filter(({ path }) => !notOperations.includes(path))
      .flatMap(({ path, text }) => [...text.matchAll(/export const (GET|PUT|POST) = apiRoute\(/g)].map(([, method]) => `${method} ${path}`))
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.toSorted()).toEqual(served.toSorted())
    expect(described.length).toBeGreaterThan(10)
  })

  it('finds no route of the API that is not wrapped', () => {
    const unwrapped = routes.filter(({ path, text }) => !notOperations.includes(path) && !/^(import .*\n)+\nexport const \w+ = apiRoute\(\w+\)\n$/.test(text))
    expect(unwrapped.map(({ path }) => path)).toEqual([])
  })

  it('names a scope that exists, every part of the path, and the problems of each operation', () => {
    for (const operation of operations) {
      const described = document.paths[fullPath(operation)]?.[operation.method.toLowerCase()] as {
        parameters: { name: string; in: string }[]
        responses: Record<string, unknown>
      }
      expect(clientScopes).toContain(operation.scope)
      const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(described.parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named)
      expect(Object.keys(described.responses)).toEqual(expect.arrayContaining(['400', '401', '403', '429', '500', '503']))
    }
  })

  it('opens something with every scope that can be given, but for the log’s tiles, which are to come', () => {
    const idle = clientScopes.filter((scope) => !operations.some((operation) => operation.scope === scope))
    expect(idle).toEqual(['log.read'])
  })

  it('takes an Idempotency-Key on every POST but the gate’s', () => {
    const keyed = operations
      .filter((operation) => {
        const described = document.paths[fullPath(operation)]?.[operation.method.toLowerCase()] as {
          parameters: { name: string }[]
        }
        return described.parameters.some(({ name }) => name === 'Idempotency-Key')
      })
      .map(({ path }) => path)
    expect(keyed).toEqual(['/consents', '/requests', '/requests/{case_code}/cancel'])
  })

  it('prints the very schemas that judge what is sent', () => {
    const put = document.paths['/api/v1/subjects/{external_id}']?.['put'] as {
      requestBody: { content: Record<string, { schema: object }> }
    }
    expect(put.requestBody.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['identifiers'],
      additionalProperties: false,
      properties: { born_on: expect.anything(), registered_at: expect.anything() },
    })
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })
})
