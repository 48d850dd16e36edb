import { z } from 'zod'
import { isKnownForGood } from '#domain/request/kept-records.ts'
import { command } from '../command.ts'
import type { AuditEvent } from '../event.ts'
import type { Over } from '../ports/kept-store.ts'
import { keptSince } from './kept-since.ts'

/** How much ends in one transaction: a case has some thirty rows, and bulk writers take at most 1,000 (house book). */
export const endAtOnce: Readonly<Record<keyof Over, number>> = { cases: 20, calls: 40, notes: 200, messages: 200 }

/**
 * Ends calls, notes and cases whose months are over (domain book §6). Of a case stays that there was one, what it was
 * and how it ended; of who was erased or marked by it also by what they are known, which they can object to. Each that
 * ends has an entry of its own, so that whoever asks for it is told when its records ended. Actor: the worker.
 */
export const endKept = command({
  name: 'record.end_kept',
  permission: 'record.expire',
  input: z.object({}),
  async run({ now, store }) {
    const over = await store.kept.over(await keptSince(store, now), endAtOnce)
    const { keep_months: months } = await store.settings.all()
    const events: AuditEvent[] = []
    for (const { id, caseCode } of over.cases) {
      const stored = await store.requests.byId(id)
      if (stored === null) continue
      const stays = isKnownForGood(stored.request)
      const rows = await store.kept.endCase(id, stays)
      await store.requests.endRecords(stored.request, now)
      events.push({ what: 'request.records_ended', case: caseCode, data: { months, stays, ...rows } })
    }
    for (const id of over.calls) {
      events.push({ what: 'call.records_ended', call: id, data: { months, ...(await store.kept.endCall(id)) } })
    }
    const notes = await store.kept.endNotes(over.notes)
    const messages = await store.kept.endMessages(over.messages)
    const ended = { cases: over.cases.length, calls: over.calls.length, notes, messages }
    return { value: ended, events: [{ what: 'record.expired', data: { ...ended } }, ...events] }
  },
})
