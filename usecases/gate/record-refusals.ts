import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '../command.ts'
import { notAllowed } from '../errors.ts'
import type { AuditEvent, AuditEvents } from '../event.ts'

/** One transaction's worth. */
export const refusalsAtOnce = 100

/**
 * Records that the gate said no: an entry a refusal, with the decision's hash, and the row by which the hotline can
 * find why. Committed before the answer is given. No identifier, and no subject: the gate knows tags alone.
 */
export const recordRefusals = command({
  name: 'gate.refuse',
  permission: 'gate.ask',
  input: z.object({
    service: z.string(),
    refusals: z.array(z.object({ decisionId: z.string(), entryId: z.uuid() })).min(1).max(refusalsAtOnce),
  }),
  async run({ input, actor, now, store }) {
    if (actor.type !== 'client') throw notAllowed('scope_missing')
    for (const refusal of input.refusals) {
      await store.gate.addRefusal({ ...refusal, service: input.service, clientId: actor.id, at: now })
    }
    const events = input.refusals.map(({ decisionId }): AuditEvent => ({
      what: 'gate.refused',
      data: {
        service: input.service,
        client: actor.id,
        decision_sha256: createHash('sha256').update(decisionId).digest('hex'),
      },
    }))
    return { value: null, events: events as unknown as AuditEvents }
  },
})
