import { readiness } from '#server/http/readiness.ts'

export const dynamic = 'force-dynamic'

/** Can serve: the keys are there, the database answers and is migrated. */
export async function GET(): Promise<Response> {
  const answer = await readiness()
  return Response.json(answer, { status: answer.ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
