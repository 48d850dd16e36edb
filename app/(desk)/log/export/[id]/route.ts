import { fetchKit } from '#server/next/fetch-kit.ts'

export const dynamic = 'force-dynamic'

/** The kit that an auditor's own export made: once, within ten minutes. Next would answer HEAD with GET's work. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return fetchKit((await params).id)
}

export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET' } })
}
