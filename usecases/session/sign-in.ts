import { z } from 'zod'
import { delayForgottenMs, signInDelayMs, type DelayScope } from '#domain/access/sign-in-delay.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { command, runCommand, type CommandContext, type Runtime } from '../command.ts'
import type { AuditEvents } from '../event.ts'
import type { Passwords } from '../ports/passwords.ts'

export const SignInInput = z.object({
  email: z.string().trim().toLowerCase().min(3).max(254),
  password: z.string().min(1).max(1_024),
  /** The peer's address as the server saw it; only its keyed hash is kept, for a day. */
  address: z.string().max(64),
})

/** `wait` and `refused` look alike whether the login exists or not. */
export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly sessionId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number }

/**
 * Signs a member of staff in. The slow password check runs between a read and the command, never inside a
 * transaction; the command then trusts it only for the very hash that was checked.
 */
export async function signIn(runtime: Runtime, passwords: Passwords, rawInput: unknown): Promise<SignInOutcome> {
  const input = SignInInput.safeParse(rawInput)
  if (!input.success) return { kind: 'refused' }
  const { email, password, address } = input.data
  const buckets = bucketsOf(runtime, email, address)
  const now = runtime.clock.now()
  const waiting = await runtime.unitOfWork.read(async (store) => {
    const delays = await Promise.all(buckets.map(({ bucket }) => store.staff.delay(bucket)))
    return Math.max(0, ...delays.map((delay) => (delay?.notBefore ?? 0) - now))
  })
  if (waiting > 0) return { kind: 'wait', seconds: Math.ceil(waiting / 1_000) }
  const known = await runtime.unitOfWork.read((store) => store.staff.forSignIn(email))
  const correct = await passwords.verify(known?.passwordHash ?? null, password)
  const checkedHash = correct && known?.status === 'active' ? known.passwordHash : null
  return runCommand(runtime, recordSignIn, { email, checkedHash, buckets }, { kind: 'nobody' })
}

const scopes: readonly DelayScope[] = ['account', 'address', 'account_and_address']

function bucketsOf(runtime: Runtime, email: string, address: string) {
  const values: Record<DelayScope, string> = { account: email, address, account_and_address: `${email}\u001f${address}` }
  return scopes.map((scope) => ({ scope, bucket: runtime.secrets.fingerprint(`sign-in/${scope}`, values[scope]) }))
}

const RecordSignInInput = z.object({
  email: z.string(),
  checkedHash: z.string().nullable(),
  buckets: z.array(z.object({ scope: z.enum(['account', 'address', 'account_and_address']), bucket: z.string() })),
})

/** Opens the session, or counts the failure. Actor: nobody. */
export const recordSignIn = command({
  name: 'session.sign_in',
  permission: 'session.sign_in',
  input: RecordSignInInput,
  async run(context: CommandContext<z.infer<typeof RecordSignInInput>>): Promise<{
    value: SignInOutcome
    events: AuditEvents
  }> {
    const { input, now, store, ids } = context
    const staff = await store.staff.forSignIn(input.email)
    if (staff === null || input.checkedHash === null || staff.passwordHash !== input.checkedHash || staff.status !== 'active') {
      return refuse(context)
    }
    for (const { bucket } of input.buckets) await store.staff.clearDelay(bucket)
    const settings = await store.settings.all()
    const sessionId = ids.uuid()
    const endsAt = now + settingMs(settings, 'session_absolute_hours')
    await store.staff.openSession({
      id: sessionId, staffId: staff.id, createdAt: now, lastSeenAt: now, endsAt, revokedAt: null,
    })
    return {
      value: { kind: 'signed_in', sessionId },
      events: [{ what: 'session.signed_in', data: { staff: staff.id, session: sessionId } }],
    }
  },
})

async function refuse({ input, now, store }: CommandContext<z.infer<typeof RecordSignInInput>>) {
  for (const { scope, bucket } of input.buckets) {
    const before = await store.staff.delay(bucket)
    const failures = (before !== null && now - before.lastAt < delayForgottenMs ? before.failures : 0) + 1
    await store.staff.putDelay(bucket, { failures, lastAt: now, notBefore: now + signInDelayMs(scope, failures) })
  }
  const bucket = input.buckets.find(({ scope }) => scope === 'account')?.bucket ?? 'none'
  const value: SignInOutcome = { kind: 'refused' }
  const events: AuditEvents = [{ what: 'session.sign_in_failed', outcome: 'denied', data: { account: bucket } }]
  return { value, events }
}
