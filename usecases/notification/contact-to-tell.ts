import type { IdentifierType } from '#domain/subject/identifier.ts'
import type { Channels } from '../ports/notifier.ts'

/**
 * The contact of a person that a message goes to: the phone before the e-mail, and what can be reached before what can
 * not. One that can not be reached is still named, so that its message is seen to fail.
 */
export function contactToTell<C extends { readonly type: IdentifierType }>(
  current: readonly C[],
  channels: Channels,
): C | undefined {
  const phone = current.find((one) => one.type === 'phone')
  const email = current.find((one) => one.type === 'email')
  return (channels.sms ? phone : undefined) ?? (channels.email ? email : undefined) ?? phone ?? email
}
