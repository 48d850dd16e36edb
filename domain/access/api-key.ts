import { createHash } from 'node:crypto'

/** 256 random bits. */
export const apiSecretBytes = 32

const written = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** The key that a machine client is given once: its id, a full stop, and 43 symbols of base64url. */
export function apiKeyOf(clientId: string, secret: Uint8Array): string {
  if (secret.length !== apiSecretBytes) throw new RangeError('an API key takes exactly 32 random bytes')
  return `${clientId}.${Buffer.from(secret).toString('base64url')}`
}

/** The two parts of a key as it was sent, or null. `secret` are its 43 symbols. */
export function parseApiKey(sent: string): { readonly clientId: string; readonly secret: string } | null {
  const [, clientId, secret] = written.exec(sent) ?? []
  return clientId === undefined || secret === undefined ? null : { clientId, secret }
}

/** What is stored of a key: SHA-256 of the 43 symbols. A fast hash is enough for 256 random bits. */
export function apiSecretSha256(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret, 'ascii').digest())
}
