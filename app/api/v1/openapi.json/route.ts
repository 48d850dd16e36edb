import { openApiDocument } from '#server/http/openapi.ts'

/** The description of the machine API; it holds nothing of this installation, so anybody may read it. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { 'Cache-Control': 'no-store' } })
}
