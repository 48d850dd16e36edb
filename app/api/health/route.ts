export const dynamic = 'force-dynamic'

/** Alive: the process answers. Whether it can serve, database and keys included, is said by /api/ready. */
export function GET(): Response {
  return Response.json({ alive: true }, { headers: { 'Cache-Control': 'no-store' } })
}
