import type { Store } from '#usecases/ports/store.ts'
import type { DatabaseScope } from './scope.ts'
import { callStore } from './stores/call-store.ts'
import { checkStore } from './stores/check-store.ts'
import { clientStore } from './stores/client-store.ts'
import { consentStore } from './stores/consent-store.ts'
import { copyStore } from './stores/copy-store.ts'
import { draftStore } from './stores/draft-store.ts'
import { erasureStore } from './stores/erasure-store.ts'
import { expiryStore } from './stores/expiry-store.ts'
import { gateStore } from './stores/gate-store.ts'
import { handOverStore } from './stores/hand-over-store.ts'
import { healthStore } from './stores/health-store.ts'
import { importStore } from './stores/import-store.ts'
import { keptStore } from './stores/kept-store.ts'
import { linkStore } from './stores/link-store.ts'
import { logStore } from './stores/log-store.ts'
import { notificationStore } from './stores/notification-store.ts'
import { partnerStore } from './stores/partner-store.ts'
import { presenceStore } from './stores/presence-store.ts'
import { readingStore } from './stores/reading-store.ts'
import { registryStore } from './stores/registry-store.ts'
import { requestStore } from './stores/request-store.ts'
import { reviewStore } from './stores/review-store.ts'
import { scriptStore } from './stores/script-store.ts'
import { settingStore } from './stores/setting-store.ts'
import { shiftStore } from './stores/shift-store.ts'
import { staffStore } from './stores/staff-store.ts'
import { subjectStore } from './stores/subject-store.ts'
import { systemStore } from './stores/system-store.ts'
import { turnStore } from './stores/turn-store.ts'
import { workItemStore } from './stores/work-item-store.ts'

/** How each store is made. */
const makers: { readonly [K in keyof Store]: (scope: DatabaseScope) => Store[K] } = {
  calls: callStore,
  checks: checkStore,
  clients: ({ tx }) => clientStore(tx),
  consents: consentStore,
  copies: ({ tx }) => copyStore(tx),
  drafts: draftStore,
  erasure: erasureStore,
  expiry: expiryStore,
  gate: gateStore,
  handOvers: ({ tx }) => handOverStore(tx),
  health: ({ tx }) => healthStore(tx),
  imports: ({ tx }) => importStore(tx),
  kept: keptStore,
  links: ({ tx }) => linkStore(tx),
  log: ({ tx }) => logStore(tx),
  notifications: ({ tx }) => notificationStore(tx),
  partners: partnerStore,
  presence: ({ tx }) => presenceStore(tx),
  readings: ({ tx }) => readingStore(tx),
  registry: ({ tx }) => registryStore(tx),
  requests: requestStore,
  reviews: reviewStore,
  scripts: ({ tx }) => scriptStore(tx),
  settings: ({ tx }) => settingStore(tx),
  shift: shiftStore,
  staff: ({ tx }) => staffStore(tx),
  subjects: subjectStore,
  systems: systemStore,
  turns: turnStore,
  workItems: ({ tx }) => workItemStore(tx),
}

/** A scope, and the stores that were asked for in it. */
class Stores {
  readonly scope: DatabaseScope
  readonly made: { -readonly [K in keyof Store]?: Store[K] } = {}

  constructor(scope: DatabaseScope) {
    this.scope = scope
  }
}

for (const name of Object.keys(makers) as (keyof Store)[]) {
  Object.defineProperty(Stores.prototype, name, {
    get(this: Stores) {
      return (this.made[name] ??= makers[name](this.scope) as never)
    },
  })
}

/** Every store over one transaction (or over the client itself, for plain reads), each made when it is first needed. */
export const storeOver = (scope: DatabaseScope): Store => new Stores(scope) as unknown as Store
