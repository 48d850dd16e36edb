import { createHash } from 'node:crypto'
import type { Request } from '#domain/request/request.ts'
import type { CertificateRecord } from '../ports/erasure-store.ts'
import type { CertificateView } from '../views/case.ts'

/** The certificate as a screen shows it: its hash, what stays, and the day the last key copy is gone. */
export function certificateView(certificate: CertificateRecord | null, request: Request): CertificateView | null {
  if (certificate === null) return null
  const body = JSON.parse(new TextDecoder().decode(certificate.body)) as { keys_gone_on?: string; result: 'full' | 'retained' }
  return {
    issuedAt: certificate.issuedAt,
    sha256: createHash('sha256').update(certificate.body).digest('hex'),
    outcome: body.result,
    retained: (request.outcome?.rest ?? []).map(({ system, collection, until }) => ({
      system: `${system}.${collection}`,
      reason: { key: 'retained', params: { rows: 1, basis: '' } },
      rows: 1,
      until,
    })),
    keysGoneOn: body.keys_gone_on === undefined ? null : Date.parse(body.keys_gone_on),
  }
}
