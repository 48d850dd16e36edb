import type { Store } from '#usecases/ports/store.ts'
import type { DatabaseScope } from './scope.ts'
import { callStore } from './stores/call-store.ts'
import { checkStore } from './stores/check-store.ts'
import { clientStore } from './stores/client-store.ts'
import { consentStore } from './stores/consent-store.ts'
import { draftStore } from './stores/draft-store.ts'
import { erasureStore } from './stores/erasure-store.ts'
import { expiryStore } from './stores/expiry-store.ts'
import { gateStore } from './stores/gate-store.ts'
import { handOverStore } from './stores/hand-over-store.ts'
import { healthStore } from './stores/health-store.ts'
import { importStore } from './stores/import-store.ts'
import { logStore } from './stores/log-store.ts'
import { notificationStore } from './stores/notification-store.ts'
import { partnerStore } from './stores/partner-store.ts'
import { presenceStore } from './stores/presence-store.ts'
import { registryStore } from './stores/registry-store.ts'
import { requestStore } from './stores/request-store.ts'
import { reviewStore } from './stores/review-store.ts'
import { settingStore } from './stores/setting-store.ts'
import { shiftStore } from './stores/shift-store.ts'
import { staffStore } from './stores/staff-store.ts'
import { subjectStore } from './stores/subject-store.ts'
import { systemStore } from './stores/system-store.ts'
import { turnStore } from './stores/turn-store.ts'
import { workItemStore } from './stores/work-item-store.ts'

/** Every store over one transaction (or over the client itself, for plain reads). */
export const storeOver = (scope: DatabaseScope): Store => ({
  calls: callStore(scope),
  checks: checkStore(scope),
  clients: clientStore(scope.tx),
  consents: consentStore(scope),
  drafts: draftStore(scope),
  erasure: erasureStore(scope),
  expiry: expiryStore(scope.tx),
  gate: gateStore(scope),
  handOvers: handOverStore(scope.tx),
  health: healthStore(scope.tx),
  imports: importStore(scope.tx),
  log: logStore(scope.tx),
  notifications: notificationStore(scope.tx),
  partners: partnerStore(scope),
  presence: presenceStore(scope.tx),
  registry: registryStore(scope.tx),
  requests: requestStore(scope.tx),
  reviews: reviewStore(scope),
  settings: settingStore(scope.tx),
  shift: shiftStore(scope),
  staff: staffStore(scope.tx),
  subjects: subjectStore(scope),
  systems: systemStore(scope),
  turns: turnStore(scope),
  workItems: workItemStore(scope.tx),
})
