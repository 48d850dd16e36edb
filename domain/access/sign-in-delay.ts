/**
 * Rising delays after failed sign-ins. They slow guessing and can not be used to lock somebody out: what one account
 * has to wait because of failures elsewhere is capped at seconds; the long delays go by account *and* address, and by
 * address (OWASP Authentication Cheat Sheet: an account lock is a denial of service offered to strangers).
 */
export type DelayScope = 'account' | 'address' | 'account_and_address'

interface Rule {
  /** Failures that cost nothing. */
  readonly free: number
  readonly firstMs: number
  readonly maximumMs: number
}

const rules: Readonly<Record<DelayScope, Rule>> = {
  account: { free: 5, firstMs: 1_000, maximumMs: 5_000 },
  address: { free: 20, firstMs: 1_000, maximumMs: 60_000 },
  account_and_address: { free: 3, firstMs: 1_000, maximumMs: 900_000 },
}

/** Failures older than this no longer count, in ms. */
export const delayForgottenMs = 86_400_000

/** How long to wait after the n-th failure in a row, in ms: nothing at first, then doubling up to a cap. */
export function signInDelayMs(scope: DelayScope, failures: number): number {
  const { free, firstMs, maximumMs } = rules[scope]
  if (failures <= free) return 0
  // The exponent is capped so that the shift stays exact for any number of failures.
  return Math.min(maximumMs, firstMs * 2 ** Math.min(failures - free - 1, 20))
}
