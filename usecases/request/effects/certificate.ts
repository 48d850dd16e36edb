import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/audit/canonical-json.ts'
import { aboutRequest, type EffectContext, type EffectHandlers } from '../carry-out.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { stillThere } from '../../erasure/what-stays.ts'

/**
 * The certificate: what was erased where, what stays and why, and that every system was asked again. Codes, counts
 * and hashes only, so it may outlive the person's data. Signed with the log's key over its RFC 8785 bytes.
 */
async function certificateBody({ store, request, now }: EffectContext, result: 'full' | 'retained') {
  const [tasks, rechecks, plan, settings] = await Promise.all([
    store.erasure.tasks(request.id),
    store.erasure.rechecks(request.id),
    store.erasure.frozenPlan(request.id),
    store.settings.all(),
  ])
  const marked = request.marks.some((mark) => mark.decision.mark === 'yes')
  return {
    v: 2,
    case_code: request.caseCode,
    kind: request.kind,
    scope: request.scope.scope,
    service: request.scope.scope === 'service' ? request.scope.service : null,
    result,
    mark: marked ? 'yes' : 'none',
    plan_hash: plan?.hash ?? null,
    issued_at: new Date(now).toISOString(),
    // After this day no copy of the key, backups included, opens what old backups still hold. The key goes with the
    // account alone.
    ...(request.kind === 'deletion' && request.scope.scope === 'account'
      ? { keys_gone_on: new Date(now + settingMs(settings, 'key_backup_days')).toISOString() }
      : {}),
    systems: tasks.map((task) => ({
      system: task.system,
      step: task.step,
      deleted: task.deleted,
      masked: task.masked,
      kept: task.kept,
      asked_again: rechecks
        .filter((recheck) => recheck.system === task.system && recheck.clean)
        .map((recheck) => new Date(recheck.at).toISOString()),
      ...(task.state === 'by_hand'
        ? { by_hand: { evidence: task.evidence, by: task.proposedBy, confirmed_by: task.confirmedBy } }
        : {}),
    })),
    retained: stillThere(request, plan?.plan.systems ?? []).map((one) => ({ ...one })),
  }
}

export const certificateEffects = {
  async issue_certificate(effect, context) {
    const { store, secrets, ids, request, now } = context
    const body = canonicalJson(await certificateBody(context, effect.result))
    const id = ids.uuid()
    const receiptSha256 = createHash('sha256').update(secrets.receipt(id)).digest()
    await store.erasure.addCertificate({
      id,
      requestId: request.id,
      body,
      signature: secrets.sign(body),
      receiptSha256: new Uint8Array(receiptSha256),
      issuedAt: now,
    })
    return {
      events: [
        {
          what: 'certificate.issued',
          ...aboutRequest(request),
          data: {
            certificate: id,
            result: effect.result,
            sha256: createHash('sha256').update(body).digest('hex'),
          },
        },
      ],
    }
  },
  async issue_receipt(_effect, { request }) {
    const key = `notification.queue:${request.id}:${request.version}:receipt:contact_on_file`
    return {
      events: [{ what: 'receipt.issued', ...aboutRequest(request) }],
      jobs: [
        {
          kind: 'notification.queue',
          key,
          payload: { request: request.id, template: 'receipt', to: 'contact_on_file', human: null },
        },
      ],
    }
  },
} satisfies Partial<EffectHandlers>
