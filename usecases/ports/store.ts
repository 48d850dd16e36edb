import type { CallStore } from './call-store.ts'
import type { CheckStore } from './check-store.ts'
import type { ClientStore } from './client-store.ts'
import type { ConsentStore } from './consent-store.ts'
import type { CopyStore } from './copy-store.ts'
import type { DraftStore } from './draft-store.ts'
import type { ErasureStore } from './erasure-store.ts'
import type { ExpiryStore } from './expiry-store.ts'
import type { GateStore } from './gate-store.ts'
import type { HandOverStore } from './hand-over-store.ts'
import type { HealthStore } from './health-store.ts'
import type { ImportStore } from './import-store.ts'
import type { KeptStore } from './kept-store.ts'
import type { LinkStore } from './link-store.ts'
import type { LogStore } from './log-store.ts'
import type { NotificationStore } from './notification-store.ts'
import type { PartnerStore } from './partner-store.ts'
import type { PresenceStore } from './presence-store.ts'
import type { ReadingStore } from './reading-store.ts'
import type { RegistryStore } from './registry-store.ts'
import type { RequestStore } from './request-store.ts'
import type { ReviewStore } from './review-store.ts'
import type { ScriptStore } from './script-store.ts'
import type { SettingStore } from './setting-store.ts'
import type { ShiftStore } from './shift-store.ts'
import type { StaffStore } from './staff-store.ts'
import type { SubjectStore } from './subject-store.ts'
import type { SystemStore } from './system-store.ts'
import type { TurnStore } from './turn-store.ts'
import type { WorkItemStore } from './work-item-store.ts'

/** Everything a command or query can read and write, within its transaction. Implemented in server/db/stores. */
export interface Store {
  readonly calls: CallStore
  readonly checks: CheckStore
  readonly clients: ClientStore
  readonly consents: ConsentStore
  readonly copies: CopyStore
  readonly drafts: DraftStore
  readonly erasure: ErasureStore
  readonly expiry: ExpiryStore
  readonly gate: GateStore
  readonly handOvers: HandOverStore
  readonly health: HealthStore
  readonly imports: ImportStore
  readonly kept: KeptStore
  readonly links: LinkStore
  readonly log: LogStore
  readonly notifications: NotificationStore
  readonly partners: PartnerStore
  readonly presence: PresenceStore
  readonly readings: ReadingStore
  readonly registry: RegistryStore
  readonly requests: RequestStore
  readonly reviews: ReviewStore
  readonly scripts: ScriptStore
  readonly settings: SettingStore
  readonly shift: ShiftStore
  readonly staff: StaffStore
  readonly subjects: SubjectStore
  readonly systems: SystemStore
  readonly turns: TurnStore
  readonly workItems: WorkItemStore
}
