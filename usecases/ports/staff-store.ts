import type { Role } from '#domain/access/policy.ts'

export interface StaffRecord {
  readonly id: string
  readonly humanRef: string
  readonly email: string
  readonly displayName: string
  readonly role: Role
  readonly status: 'active' | 'disabled'
  readonly locale: string
  readonly mayDecideFrom: number | null
  readonly createdAt: number
  readonly version: number
}

export interface SessionRecord {
  readonly id: string
  readonly staffId: string
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly endsAt: number
  readonly revokedAt: number | null
}

export interface DelayRecord {
  readonly failures: number
  readonly lastAt: number
  readonly notBefore: number
}

/** A supervisor, or somebody who may become one, named beforehand to stand in for others. Times are epoch ms. */
export interface DeputyRecord {
  readonly id: string
  readonly humanRef: string
  readonly namedBy: string
  readonly namedAt: number
  /** Null for one who is not ended yet. */
  readonly endsAt: number | null
}

export interface StaffStore {
  /** Everyone who was ever named, the first named first; `endsAt` says who still is. */
  deputies(): Promise<readonly DeputyRecord[]>
  nameDeputy(deputy: DeputyRecord): Promise<void>
  /** Ends one at a time; false when there is none such. */
  endDeputy(id: string, at: number): Promise<boolean>

  byId(id: string): Promise<StaffRecord | null>
  /** By normalised e-mail, with the password hash: for sign-in alone. */
  forSignIn(email: string): Promise<(StaffRecord & { readonly passwordHash: string }) | null>
  list(): Promise<readonly StaffRecord[]>
  /** When each last signed in, by staff id. */
  lastSignIns(): Promise<ReadonlyMap<string, number>>
  add(staff: StaffRecord & { readonly passwordHash: string; readonly createdBy: string }): Promise<void>
  /** Conditional on the version that was read. @throws Conflict */
  save(staff: StaffRecord): Promise<void>
  openSession(session: SessionRecord): Promise<void>
  session(id: string): Promise<SessionRecord | null>
  revokeSession(id: string, now: number, why: string): Promise<boolean>
  /** Ends every session of a login; how many. */
  revokeSessions(staffId: string, now: number, why: string): Promise<number>
  delay(bucket: string): Promise<DelayRecord | null>
  putDelay(bucket: string, delay: DelayRecord): Promise<void>
  clearDelay(bucket: string): Promise<void>
}
