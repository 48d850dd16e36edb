import { sealedContact } from '../notification/message-places.ts'
import type { VerificationRecord } from '../ports/call-store.ts'
import type { Store } from '../ports/store.ts'

/** Of somebody who is not on file there is no subject: what they show in a call hangs on the call itself. */
export const isStated = ({ subjectId, callId }: Pick<VerificationRecord, 'subjectId' | 'callId'>): boolean =>
  subjectId === callId

/** Whether it was a one-time code. */
export const isCode = ({ method }: Pick<VerificationRecord, 'method'>): boolean =>
  method === 'code_phone' || method === 'code_email'

/** Whether something was sent that has to come back: a code to be read out, or a link to be opened. */
export const isChallenge = ({ method }: Pick<VerificationRecord, 'method'>): boolean =>
  method.startsWith('code_') || isLink({ method })

/** Whether it was a one-time link. */
export const isLink = ({ method }: Pick<VerificationRecord, 'method'>): boolean =>
  method === 'link_phone' || method === 'link_email'

/** The codes that went to stated contacts in a call, the newest first. */
export const statedCodes = (verifications: readonly VerificationRecord[]): VerificationRecord[] =>
  verifications.filter((one) => isStated(one) && isCode(one))

/** The code that counts in a call, and the contact that it went to: the one whose contact is sealed still, or null. */
export async function statedCodeIn(store: Store, callId: string) {
  for (const code of statedCodes(await store.calls.verifications(callId))) {
    const over = code.outcome === 'superseded' || code.outcome === 'lapsed'
    const text = over ? null : await store.erasure.sealed(code.id, 'contact', null)
    const contact = text === null ? null : sealedContact(text)
    if (contact !== null) return { code, contact }
  }
  return null
}
