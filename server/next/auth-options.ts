import { headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import type { Provider } from 'next-auth/providers/index'
import CredentialsProvider from 'next-auth/providers/credentials'
import { signIn } from '#usecases/session/sign-in.ts'
import { signOut } from '#usecases/session/sign-out.ts'
import { container, type Container } from '../container.ts'

declare module 'next-auth' {
  interface Session {
    /** The id of the session's row: everything else is read from the row on every request. */
    sessionId: string | null
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

/** Longest life of the cookie; the row's own limits, which are settings, end a session sooner. */
const cookieMaxAgeSeconds = 24 * 3_600

/** The peer's address as the server saw it: the start script strips what a peer claims about itself. */
async function peerAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  return (forwarded?.split(',').at(-1)?.trim() || 'unknown').slice(0, 64)
}

/** E-mail and password. Unknown and wrong answer alike; a wait is the same for both. */
const credentials = (desk: Container): Provider =>
  CredentialsProvider({
    name: 'credentials',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(given) {
      const input = { email: given?.email ?? '', password: given?.password ?? '', address: await peerAddress() }
      const outcome = await signIn(desk.runtime, desk.passwords, input)
      if (outcome.kind === 'wait') throw new Error(`wait:${outcome.seconds}`)
      if (outcome.kind === 'refused') return null
      return { id: outcome.sessionId }
    },
  })

/**
 * next-auth carries a session id and nothing else: role, status, limits and revocation are read from the row by the
 * runners. Further providers (OIDC) are added to this list; each ends in the same session rows.
 */
export async function authOptions(): Promise<NextAuthOptions> {
  const desk = await container()
  return {
    providers: [credentials(desk)],
    secret: desk.config.sessionSecret ?? desk.vault.sessionSecret(),
    session: { strategy: 'jwt', maxAge: cookieMaxAgeSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { ...(token.sid === undefined ? {} : { sid: token.sid }) }),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sid ?? null }),
    },
    events: {
      async signOut({ token }) {
        if (token?.sid !== undefined) await desk.command(signOut, { sessionId: token.sid }, { kind: 'nobody' })
      },
    },
  }
}
