import { faulty } from './normalised.ts'
import type { Normalised } from './normalised.ts'
import { readTyped } from './typed-text.ts'

/** RFC 5321 §4.5.3.1: 64 octets before the @, 254 in all (erratum 1690). */
const maxLocalBytes = 64
const maxBytes = 254
const maxTyped = 320

/** RFC 5322 atext and dots, or anything beyond ASCII that is not a space or a control (RFC 6531). */
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~.\-\u{a1}-\u{10ffff}-]+$/u
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** A real top-level domain is letters, or an IDNA label; digits would be an address. */
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/

/**
 * An e-mail as NFKC, lower case, with the domain in IDNA ASCII form. Dots and plus parts are kept: only the
 * provider knows whether two such addresses are one mailbox. Dots may stand anywhere before the @, since
 * Japanese carriers gave out such addresses; quoted local parts, comments, address literals and domains of
 * one label are refused.
 */
export function normaliseEmail(raw: string): Normalised {
  const typed = readTyped(raw, maxTyped)
  if ('fault' in typed) return faulty(typed.fault)
  // Lower-casing can undo a composition, hence NFKC once more: the same input then has the same form for
  // ever.
  const text = typed.text.toLowerCase().normalize('NFKC')
  const at = text.lastIndexOf('@')
  const name = text.slice(0, at)
  if (at < 1 || !local.test(name) || /[\p{Z}\p{C}]/u.test(name)) return faulty('not_an_email')
  const domain = asciiDomain(text.slice(at + 1))
  if (domain === null) return faulty('domain_wrong')
  const value = `${name}@${domain}`
  if (bytes(name) > maxLocalBytes || bytes(value) > maxBytes) return faulty('too_long')
  return { ok: true, value }
}

/** UTS #46, non-transitional, through the WHATWG URL parser; null for what is no host name. */
function asciiDomain(domain: string): string | null {
  // What the URL parser would take for something else than a host name: escapes, ports, users, paths.
  if (!/^[\p{L}\p{M}\p{N}.\-\u3002]+$/u.test(domain)) return null
  let host: string
  try {
    host = new URL(`http://${domain}/`).hostname
  } catch {
    return null
  }
  const labels = host.split('.')
  const fits = labels.length >= 2 && host.length <= 253 && labels.every((part) => label.test(part))
  return fits && topLevel.test(labels[labels.length - 1] ?? '') ? host : null
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
