import { getServerSession } from 'next-auth'
import type { Principal } from '#usecases/actor.ts'
import { authOptions } from './auth-options.ts'

/** Who the cookie of this request claims to be; the runners resolve it against the rows. */
export async function principal(via: 'post' | 'get' | 'pulse'): Promise<Principal> {
  const session = await getServerSession(await authOptions())
  const sessionId = session?.sessionId ?? null
  return sessionId === null ? { kind: 'nobody' } : { kind: 'session', sessionId, via }
}
