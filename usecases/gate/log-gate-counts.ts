import { z } from 'zod'
import { command, runCommand } from '../command.ts'
import type { AuditEvent, AuditEvents } from '../event.ts'
import type { GateCountRecord } from '../ports/gate-store.ts'
import { preconditionFailed } from '../errors.ts'
import { procedure } from '../procedure.ts'

/** A minute is logged only when nothing can come to it any more: counts are written out each second. */
const settleMs = 120_000
const atOnce = 500

const Count = z.object({
  clientId: z.string(),
  service: z.string(),
  minute: z.number(),
  allowed: z.int().min(1),
})

/** Writes counted checks to the log, each minute of a client and service once. */
export const writeGateCounts = command({
  name: 'gate.log_counts',
  permission: 'gate.count',
  input: z.object({ counts: z.array(Count).min(1).max(atOnce) }),
  async run({ input, now, store }) {
    const written: GateCountRecord[] = []
    for (const count of input.counts) if (await store.gate.logged(count, now)) written.push(count)
    // Another worker was faster with every one of them.
    if (written.length === 0) throw preconditionFailed('already_logged')
    const events = written.map(({ clientId, service, minute, allowed }): AuditEvent => ({
      what: 'gate.counted',
      data: { client: clientId, service, minute: new Date(minute).toISOString(), allowed },
    }))
    return { value: { written: written.length }, events: events as unknown as AuditEvents }
  },
})

/** The worker's round: puts what was counted up to two minutes ago into the log. Answers how many minutes. */
export const logGateCounts = procedure({
  name: 'gate.log_counts',
  async run({ runtime }, _input, principal): Promise<{ written: number }> {
    const before = runtime.clock.now() - settleMs
    const counts = await runtime.unitOfWork.read((store) => store.gate.unlogged(before, atOnce))
    return counts.length === 0 ? { written: 0 } : runCommand(runtime, writeGateCounts, { counts }, principal)
  },
})
