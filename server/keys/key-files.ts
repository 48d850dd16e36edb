import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { isBranded } from '#usecases/errors.ts'
import type { KeyStore, Signer } from '#usecases/ports/key-store.ts'

/** The same in every copy of this module (usecases/errors.ts). */
const brand: unique symbol = Symbol.for('rightsdesk.KeyFault')

/** Keys are missing, damaged or readable by others; the message names the file, never its content. */
export class KeyFault extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isBranded(value, brand)
  }

  readonly [brand] = true
}

const numbered = (directory: string, kind: string): string[] =>
  readdirSync(directory)
    .filter((name) => new RegExp(`^${kind}-\\d+\\.key$`).test(name))
    .sort((a, b) => Number(a.match(/\d+/)?.[0]) - Number(b.match(/\d+/)?.[0]))

/** Whether `init` has put keys here. */
export const hasKeys = (directory: string): boolean => existsSync(path.join(directory, 'derivation.key'))

/**
 * Creates the keys of a new installation: a directory 0700 and files 0600, each flushed to disk before anything
 * is encrypted under it. Refuses a directory that already holds some. @throws KeyFault
 */
export function createKeyFiles(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  if (hasKeys(directory)) throw new KeyFault('keys exist already; a second set would orphan what the first encrypted')
  const { privateKey } = generateKeyPairSync('ed25519')
  writeKey(directory, 'master-1.key', randomBytes(32))
  writeKey(directory, 'registry-1.key', randomBytes(32))
  writeKey(directory, 'log.key', Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })))
  // Last: its presence says that the set is whole.
  writeKey(directory, 'derivation.key', randomBytes(32))
}

function writeKey(directory: string, name: string, bytes: Buffer): void {
  const file = openSync(path.join(directory, name), 'wx', 0o600)
  try {
    writeSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Reads the keys of an installation. @throws KeyFault when one is missing, too short, or open to others. */
export function openKeyFiles(directory: string): KeyStore {
  if (!hasKeys(directory)) throw new KeyFault('no keys found: run "npm run desk -- init" first, or set RIGHTSDESK_KEYS')
  if ((statSync(directory).mode & 0o077) !== 0) throw new KeyFault('the keys directory must be readable by its owner alone (0700)')
  const master = numbered(directory, 'master').map((name) => readKey(directory, name))
  const registry = numbered(directory, 'registry').map((name) => readKey(directory, name))
  const derivation = readKey(directory, 'derivation.key')
  const signer = readSigner(directory)
  if (master.length === 0 || registry.length === 0) throw new KeyFault('a master or registry key is missing')
  return {
    masterKeys: () => master,
    registryKeys: () => registry,
    derivationKey: () => derivation,
    logSigner: () => signer,
  }
}

function readKey(directory: string, name: string): Uint8Array {
  const file = path.join(directory, name)
  if ((statSync(file).mode & 0o077) !== 0) throw new KeyFault(`${name} must be readable by its owner alone (0600)`)
  const bytes = readFileSync(file)
  if (bytes.length !== 32) throw new KeyFault(`${name} does not hold 32 bytes`)
  return new Uint8Array(bytes)
}

function readSigner(directory: string): Signer {
  const key = createPrivateKey(readFileSync(path.join(directory, 'log.key')))
  return {
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
    publicKeyPem: String(createPublicKey(key).export({ format: 'pem', type: 'spki' })),
  }
}
