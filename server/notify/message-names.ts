/**
 * Under which names a message leaves by mail, all of them its token: the Message-ID, the envelope id (RFC 3461) and,
 * where an address for bounces is set, the envelope's sender.
 */
export const messageIdOf = (token: string, domain: string): string => `<${token}@${domain}>`

/** `bounces@example.org` → `bounces+<token>@example.org`, which comes back as the recipient of a report. */
export function bounceAddressOf(bounces: string, token: string): string {
  const at = bounces.lastIndexOf('@')
  return `${bounces.slice(0, at)}+${token}${bounces.slice(at)}`
}

/** Every token in a header's or a field's text, in the order they stand in; addresses are not looked at. */
export const messageTokensIn = (text: string): string[] =>
  text.toLowerCase().match(/(?<![0-9a-z])[0-9a-f]{48}(?![0-9a-z])/g) ?? []
