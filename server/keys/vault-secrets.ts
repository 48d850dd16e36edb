import { writeCrockford } from '#domain/request/crockford.ts'
import { matchesOneTimeCode, oneTimeCode } from '#domain/verification/one-time-code.ts'
import type { Secrets } from '#usecases/ports/secrets.ts'
import type { Vault } from './vault.ts'

/** The vault as use cases see it: answers, never keys. */
export const vaultSecrets = (vault: Vault): Secrets => ({
  fingerprint: (purpose, value) => Buffer.from(vault.keyedHash(`fingerprint/${purpose}`, value)).toString('hex'),
  oneTimeCode: (verificationId) => oneTimeCode(vault.oneTimeCodeKey(), verificationId),
  matchesOneTimeCode: (verificationId, typed) => matchesOneTimeCode(vault.oneTimeCodeKey(), verificationId, typed),
  registryTag: (type, normalised) => vault.registryTag(type, normalised),
  receipt: (certificateId) => writeCrockford(vault.keyedHash('receipt', certificateId).slice(0, 10), 16),
  readingToken: (messageId) => writeCrockford(vault.keyedHash('reading-link', messageId).slice(0, 20), 32),
  copyToken: (messageId) => writeCrockford(vault.keyedHash('copy-link', messageId).slice(0, 20), 32),
  sign: (bytes) => vault.signer().sign(bytes),
})
