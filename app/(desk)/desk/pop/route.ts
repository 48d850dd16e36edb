import { cookies } from 'next/headers'
import { NextResponse, type NextRequest } from 'next/server'
import { incomingCookie, incomingFrom, incomingSeconds, sealIncoming } from '#server/next/incoming-call.ts'

/**
 * A screen pop from a telephone system, to which the proxy sends `/desk?phone=…`. The number moves into a sealed
 * cookie and out of the address; nobody is looked up before the agent presses Enter, since a foreign page can open
 * this address too.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const incoming = incomingFrom(request.nextUrl.searchParams)
  if (incoming !== null) {
    const jar = await cookies()
    jar.set(incomingCookie, await sealIncoming(incoming), {
      path: '/desk',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.nextUrl.protocol === 'https:',
      maxAge: incomingSeconds,
    })
  }
  return new NextResponse(null, { status: 303, headers: { Location: '/desk', 'Cache-Control': 'no-store' } })
}
