import type { CallStore } from './call-store.ts'
import type { ConsentStore } from './consent-store.ts'
import type { RequestStore } from './request-store.ts'
import type { SettingStore } from './setting-store.ts'
import type { StaffStore } from './staff-store.ts'
import type { SubjectStore } from './subject-store.ts'

/** Everything a command or query can read and write, within its transaction. Implemented in server/db/stores. */
export interface Store {
  readonly calls: CallStore
  readonly consents: ConsentStore
  readonly requests: RequestStore
  readonly settings: SettingStore
  readonly staff: StaffStore
  readonly subjects: SubjectStore
}
