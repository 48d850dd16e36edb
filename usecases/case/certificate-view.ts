import { createHash } from 'node:crypto'
import { stayPhrase, stayUntil } from '../present/stay-phrase.ts'
import type { WhatStays } from '../erasure/what-stays.ts'
import type { CertificateRecord } from '../ports/erasure-store.ts'
import type { CertificateView } from '../views/case.ts'

/** What a screen shows of the signed text (usecases/request/effects/certificate.ts). */
interface Signed {
  readonly v: 1 | 2
  readonly result: 'full' | 'retained'
  readonly keys_gone_on?: string
  readonly retained: readonly WhatStays[]
}

/** The first certificates named places and days alone, without rows and reasons. */
const retainedIn = ({ v, retained }: Signed): readonly WhatStays[] => (v === 1 ? [] : retained)

/** The certificate as a screen shows it: what was signed, its hash, and the day the last key copy is gone. */
export function certificateView(certificate: CertificateRecord | null): CertificateView | null {
  if (certificate === null) return null
  const signed = JSON.parse(new TextDecoder().decode(certificate.body)) as Signed
  return {
    issuedAt: certificate.issuedAt,
    sha256: createHash('sha256').update(certificate.body).digest('hex'),
    outcome: signed.result,
    retained: retainedIn(signed).map((one) => ({
      system: `${one.system}.${one.collection}`,
      reason: stayPhrase(one),
      rows: one.rows,
      until: stayUntil(one),
    })),
    keysGoneOn: signed.keys_gone_on === undefined ? null : Date.parse(signed.keys_gone_on),
  }
}
