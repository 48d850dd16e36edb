'use client'
import { signIn } from 'next-auth/react'
import type { ActionResult } from '#usecases/action-result.ts'
import type { SignInInput } from '#usecases/views/sign-in.ts'

/**
 * Signs in through next-auth's own route (which checks its CSRF token). `wait:<seconds>` comes from the rising
 * delay after failures; every other refusal is one and the same.
 */
export async function signInWithPassword(input: SignInInput): Promise<ActionResult<{ to: string }>> {
  const answer = await signIn('credentials', { ...input, redirect: false })
  if (answer === undefined) return { ok: false, problem: { code: 'unavailable' } }
  if (answer.ok && !answer.error) return { ok: true, value: { to: '/' } }
  const wait = /^wait:(\d+)$/.exec(answer.error ?? '')
  return wait === null
    ? { ok: false, problem: { code: 'not_allowed', message: 'reason.wrong_credentials' } }
    : { ok: false, problem: { code: 'unavailable', message: 'reason.too_many_attempts', params: { seconds: Number(wait[1]) } } }
}
