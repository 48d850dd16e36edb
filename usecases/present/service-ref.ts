import { readableKey } from '#domain/service/names.ts'
import type { ServiceRef } from '../views/phrase.ts'

/** A service as views name it: its key read as words. Screens show its name in the reader's language for that. */
export const serviceRef = (key: string): ServiceRef => ({ key, name: readableKey(key) })

/** The service of a scope; null for the whole account. */
export const scopeRef = (scope: { scope: 'service'; service: string } | { scope: 'account' }): ServiceRef | null =>
  scope.scope === 'service' ? serviceRef(scope.service) : null

/** A purpose as screens name it, read from its key like a service's name. */
export const purposeTitle = (key: string): string => serviceRef(key).name
