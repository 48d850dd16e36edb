import type { Role } from '#domain/access/policy.ts'
import type { SettingUnit } from '#domain/settings/definitions.ts'
import type { PhraseOf } from './phrase-book.ts'

export type RoleCode = Role

export type SetUpCheckName =
  | 'deciders' | 'laws' | 'services' | 'systems' | 'clients' | 'mail' | 'sms' | 'messages' | 'keys' | 'jobs'

/** `/settings`: what is still missing; each line points to the page that mends it. */
export interface SetUpView {
  checks: { name: SetUpCheckName; ok: boolean; detail: PhraseOf<'setUp'>; href: string | null }[]
}

/** `/settings/staff` */
export interface StaffListView {
  now: number
  /** How many can decide now; fewer than three is a warning. */
  deciders: number
  /** How long a new supervisor waits before deciding: `supervisor_grace_hours`. */
  graceHours: number
  staff: StaffLineView[]
}

export interface StaffLineView {
  staffId: string
  email: string
  humanRef: string
  role: RoleCode
  status: 'active' | 'disabled'
  lastSignInAt: number | null
  /** A new supervisor can not decide before this, epoch ms. */
  decidesFrom: number | null
  isMe: boolean
}

export interface ChangeRoleInput { staffId: string; role: RoleCode }
export interface DisableStaffInput { staffId: string }

/** `/settings/clients` */
export interface ClientListView {
  now: number
  scopes: string[]
  clients: ClientLineView[]
}

export interface ClientLineView {
  clientId: string
  name: string
  scopes: string[]
  createdAt: number
  lastUsedAt: number | null
  revokedAt: number | null
}

/** Shown once, then only its SHA-256 is known. */
export interface NewClientView { clientId: string; apiKey: string }
export interface RevokeClientInput { clientId: string }

/** `/settings/systems` */
export interface SystemListView {
  now: number
  systems: SystemLineView[]
}

export interface SystemLineView {
  name: string
  kind: 'rightsdesk' | 'sqlite' | 'postgresql' | 'http' | 'by_hand'
  role: 'own' | 'processor' | 'recipient'
  datasets: string[]
  policyVersion: string | null
  /** Host or file name, never credentials. */
  where: string
  lastCheck: SystemCheckView | null
}

export interface SystemCheckView {
  at: number
  ok: boolean
  /** What an erasure would do to an invented person. */
  problems: PhraseOf<'planProblem'>[]
  rows: { collection: string; delete: number; mask: number; keep: number }[]
}
export interface CheckSystemInput { name: string }

/** `/settings/values`: every [C] of the domain book. */
export interface SettingListView {
  now: number
  settings: SettingLineView[]
}

export interface SettingLineView {
  key: string
  /** One line of meaning; the sentence is `setting.<key>` in `settings`, this stands in where there is none. */
  meaning: string
  /** `flag` is yes or no, with the values `true` and `false`; `country` an ISO 3166-1 alpha-2 code. */
  unit: SettingUnit
  value: string
  default: string
  min: number | null
  max: number | null
  changed: { at: number; by: string } | null
  /** Every change that the log still tells, newest first; values as the log has them, in small letters. */
  history: SettingChangeView[]
}

export interface SettingChangeView { at: number; by: string; from: string; to: string }

export interface LawLineView {
  jurisdiction: string
  law: string
  mark: 'yes' | 'no' | 'undecided'
  citation: string | null
  /** `YYYY-MM-DD`. */
  validFrom: string
  changed: { at: number; by: string } | null
}
export interface SetLawMarkInput { jurisdiction: string; mark: 'yes' | 'no' }
