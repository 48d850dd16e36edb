/** Slow password hashing behind a bounded queue (server/auth/passwords.ts). */
export interface Passwords {
  /** @throws Unavailable when too many are waiting. */
  hash(password: string): Promise<string>
  /** Takes as long for `null` (nobody by that name) as for a real hash. @throws Unavailable */
  verify(hash: string | null, password: string): Promise<boolean>
}
