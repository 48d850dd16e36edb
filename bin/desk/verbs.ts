import type { AnyVerb } from '../cli/verb.ts'

/** Every verb, in the order of the help; each is loaded only when it is called. */
export const verbs: Readonly<Record<string, () => Promise<{ readonly verb: AnyVerb }>>> = {
  init: () => import('./init.ts'),
  doctor: () => import('./doctor.ts'),
  'service add': () => import('./service-add.ts'),
  'service name': () => import('./service-name.ts'),
  'law list': () => import('./law-list.ts'),
  'law set': () => import('./law-set.ts'),
  'setting list': () => import('./setting-list.ts'),
  'setting set': () => import('./setting-set.ts'),
  'system add': () => import('./system-add.ts'),
  'system list': () => import('./system-list.ts'),
  'system check': () => import('./system-check.ts'),
  plan: () => import('./plan.ts'),
  'staff add': () => import('./staff-add.ts'),
  'staff disable': () => import('./staff-disable.ts'),
  'client add': () => import('./client-add.ts'),
  'client revoke': () => import('./client-revoke.ts'),
  'import people': () => import('./import-people.ts'),
  'import notices': () => import('./import-notices.ts'),
  'import consents': () => import('./import-consents.ts'),
  'import holds': () => import('./import-holds.ts'),
  bounce: () => import('./bounce.ts'),
  'export-log': () => import('./export-log.ts'),
  verify: () => import('./verify.ts'),
  seal: () => import('./seal.ts'),
}
