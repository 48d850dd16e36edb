import { caseCodeFrom } from '#domain/request/case-code.ts'
import type { Secrets } from '../ports/secrets.ts'

/**
 * The case code of what is asked for in a call by one form. It is known before the request is opened, so that its end
 * can be typed to confirm, and can not be chosen: 40 bits of a keyed hash of what the form drew, and the check symbol.
 */
export const caseCodeOf = (secrets: Pick<Secrets, 'fingerprint'>, callId: string, openingKey: string): string =>
  caseCodeFrom(Buffer.from(secrets.fingerprint('case-code', `${callId} ${openingKey}`).slice(0, 10), 'hex'))
