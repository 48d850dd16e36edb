import type { ServiceRef } from '../views/phrase.ts'

/** A service as screens name it: its key made readable, until an operator gives it names per language. */
export function serviceRef(key: string): ServiceRef {
  const words = key.replaceAll('_', ' ')
  return { key, name: words.charAt(0).toUpperCase() + words.slice(1) }
}

/** The service of a scope; null for the whole account. */
export const scopeRef = (scope: { scope: 'service'; service: string } | { scope: 'account' }): ServiceRef | null =>
  scope.scope === 'service' ? serviceRef(scope.service) : null

/** A purpose as screens name it, read from its key like a service's name. */
export const purposeTitle = (key: string): string => serviceRef(key).name
