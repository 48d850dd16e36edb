import type { Secrets } from '../ports/secrets.ts'

/** What a message is called outside: 32 hex digits of its id, and 16 that only who holds the keys can make. */
export const messageTokenPattern = /^[0-9a-f]{48}$/

/**
 * The name under which a message leaves, so that a report about it finds it again: no address and nothing of a person
 * in it, and nobody who knows an id from the log can make one.
 */
export const messageToken = (secrets: Secrets, notificationId: string): string =>
  `${notificationId.replaceAll('-', '')}${secrets.fingerprint('message-token', notificationId).slice(0, 16)}`

/** The id behind a token; null where it is none of ours. */
export function readMessageToken(secrets: Secrets, token: string): string | null {
  if (!messageTokenPattern.test(token)) return null
  const id = token.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return messageToken(secrets, id) === token ? id : null
}
