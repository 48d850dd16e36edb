import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy, securityHeaders } from './server/next/security-headers.ts'
import { isPersonalPath } from './server/next/personal-paths.ts'

/**
 * Headers, a nonce and a request id for every page. It authorises nothing: proxies have been bypassed too
 * often, so the two runners check every read and write (house.md). What it refuses here is only what no
 * person asks for: HEAD and prefetch render whole pages, and a personal page is rendered on purpose or not at all.
 */
export function proxy(request: NextRequest): NextResponse {
  const personal = isPersonalPath(request.nextUrl.pathname)
  const requestId = crypto.randomUUID()
  if (personal && (request.method === 'HEAD' || isPrefetch(request.headers))) {
    return new NextResponse(null, {
      status: 405,
      headers: { Allow: 'GET, POST', 'Cache-Control': 'no-store', 'X-Request-Id': requestId },
    })
  }

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', requestId)
  // Where a page that finds no session lets one come back to.
  headers.set('x-path', request.nextUrl.pathname)
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set('content-security-policy', policy)

  const response = isScreenPop(request.nextUrl)
    ? NextResponse.rewrite(new URL(`/desk/pop${request.nextUrl.search}`, request.nextUrl), { request: { headers } })
    : NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Request-Id', requestId)
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  if (personal) response.headers.set('Cache-Control', 'no-store')
  return response
}

/** A telephone system opens `/desk?phone=…`: a route answers it, since only a route can put the number away. */
const isScreenPop = (url: URL): boolean => url.pathname === '/desk' && url.searchParams.has('phone')

/**
 * A browser's or the router's guess that a page might be wanted; never a wish. Next hides the router's own header from
 * a proxy: the web process is started with `scripts/lib/router-prefetch.mjs`, which says it as a browser does.
 */
function isPrefetch(headers: Headers): boolean {
  const purpose = `${headers.get('purpose') ?? ''} ${headers.get('sec-purpose') ?? ''}`
  return purpose.includes('prefetch') || headers.has('next-router-prefetch')
}

export const config = {
  // Static files carry no data; the machine API answers for its own headers.
  matcher: ['/((?!_next/static|_next/image|api/v1|favicon.ico|icon.svg).*)'],
}
