import { cookies } from 'next/headers'
import { z } from 'zod'
import type { ActionResult } from '#usecases/action-result.ts'
import type { Command } from '#usecases/command.ts'
import type { Query } from '#usecases/query.ts'
import { container } from '../container.ts'
import { action, type Action } from './action.ts'

/** The cookie of a screen pop: sealed, out of scripts' reach, gone after two minutes. */
export const incomingCookie = 'rightsdesk_incoming'
export const incomingSeconds = 120

const Incoming = z.object({
  number: z.string().min(1).max(400),
  telephonyId: z.string().max(128).nullable(),
  /** Epoch ms. */
  until: z.number(),
})

/** A call that the telephone system announced. */
export type Incoming = Pick<z.infer<typeof Incoming>, 'number' | 'telephonyId'>

/** What a screen pop's address says; a leading blank is a form-encoded `+`. Null when it says no number. */
export function incomingFrom(search: URLSearchParams): Incoming | null {
  const number = (search.get('phone') ?? '').replace(/^ (?=\d)/, '+').trim().slice(0, 400)
  const telephonyId = search.get('call_id')?.trim().slice(0, 128) || null
  return number === '' ? null : { number, telephonyId }
}

/** Seals a screen pop, so that the number lies readable nowhere in the browser. */
export async function sealIncoming(incoming: Incoming): Promise<string> {
  const { vault, runtime } = await container()
  const text = JSON.stringify({ ...incoming, until: runtime.clock.now() + incomingSeconds * 1_000 })
  const sealed = vault.sealText(vault.houseKey('incoming-call'), 'cookie', 'incoming', 'now', text)
  return Buffer.from(sealed).toString('base64url')
}

/** The screen pop of this request, if there is one that can still be read. */
export async function incomingCall(): Promise<Incoming | null> {
  const sealed = (await cookies()).get(incomingCookie)?.value
  if (sealed === undefined) return null
  const { vault, runtime } = await container()
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const text = vault.openText(vault.houseKey('incoming-call'), 'cookie', 'incoming', 'now', bytes)
    const { until, ...incoming } = Incoming.parse(JSON.parse(text))
    return until > runtime.clock.now() ? incoming : null
  } catch {
    // Made up or sealed under other keys: as good as none.
    return null
  }
}

const forget = async () => (await cookies()).delete({ name: incomingCookie, path: '/desk' })

/** Wraps the look-up as the action that takes the announced call: it looks up what the cookie holds, and forgets it. */
export function incomingAction<I, O>(verb: Command<I, O>): Action<O> {
  const run = action(verb)
  return async (): Promise<ActionResult<O>> => {
    const incoming = await incomingCall()
    if (incoming === null) {
      await forget()
      return { ok: false, problem: { code: 'not_found', message: 'reason.no_incoming_call' } }
    }
    const result = await run({ callId: null, query: incoming.number, telephonyId: incoming.telephonyId })
    if (result.ok) await forget()
    return result
  }
}

/** Wraps a read that says whether the session stands as the action that puts the announced call away. */
export function forgetIncomingAction<I, O>(verb: Query<I, O>): Action<O> {
  const run = action(verb)
  return async () => {
    await forget()
    return run({})
  }
}
