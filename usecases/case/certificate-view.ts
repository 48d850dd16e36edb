import { createHash } from 'node:crypto'
import type { Request } from '#domain/request/request.ts'
import type { CertificateRecord, PlanRecord } from '../ports/erasure-store.ts'
import type { CertificateView } from '../views/case.ts'

/** The certificate as a screen shows it: its hash, what stays and why, and the day the last key copy is gone. */
export function certificateView(
  certificate: CertificateRecord | null,
  request: Request,
  plan: PlanRecord | null,
): CertificateView | null {
  if (certificate === null) return null
  const body = JSON.parse(new TextDecoder().decode(certificate.body)) as { keys_gone_on?: string; result: 'full' | 'retained' }
  return {
    issuedAt: certificate.issuedAt,
    sha256: createHash('sha256').update(certificate.body).digest('hex'),
    outcome: body.result,
    retained: (request.outcome?.rest ?? []).map(({ system, collection, until, holdRef }) => {
      const { rows, basis } = staying(plan, system, collection)
      const reason: CertificateView['retained'][number]['reason'] =
        holdRef === null ? { key: 'retained', params: { rows, basis } } : { key: 'held', params: { rows } }
      return { system: `${system}.${collection}`, reason, rows, until }
    }),
    keysGoneOn: body.keys_gone_on === undefined ? null : Date.parse(body.keys_gone_on),
  }
}

/** How many rows of a collection its plan leaves, masked or whole, and on what basis. */
function staying(plan: PlanRecord | null, system: string, collection: string): { rows: number; basis: string } {
  const planned = plan?.plan.systems.find((one) => one.system === system)
  const counts = planned?.collections.find((one) => one.name === collection)?.counts
  const kept = planned?.lines.find((line) => line.collection === collection && line.action === 'keep')
  return { rows: counts === undefined ? 0 : counts.keep + counts.mask, basis: kept?.basis ?? '' }
}
