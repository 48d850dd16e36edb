/** 128 random bits as hex: one for each form, so that a double click is one request. Works without https too. */
export const freshKey = (): string => hex(crypto.getRandomValues(new Uint8Array(16)))

/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is there with https and on this machine alone. */
export function freshUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
