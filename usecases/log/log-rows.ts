import { decodeEntry, type AuditEntry, type EntryValue } from '#domain/audit/entry.ts'
import type { LoggedEntry } from '../ports/log-store.ts'
import type { LogEntryView, LogRowView } from '../views/log.ts'
import type { LogActors } from './log-actors.ts'

/** One line of the list. Its parameters are what the entry's data says directly: codes and counts. */
export function logRow(logged: LoggedEntry, actors: LogActors): LogRowView {
  return rowOf(logged, decodeEntry(logged.bytes), actors)
}

/** One entry in full, as it was hashed. `salted`: names of the commitments whose salt still exists. */
export function logEntry(
  logged: LoggedEntry,
  salted: readonly string[],
  dossier: readonly LoggedEntry[],
  actors: LogActors,
  callEndedAt: number | null,
): LogEntryView {
  const entry = decodeEntry(logged.bytes)
  return {
    ...rowOf(logged, entry, actors),
    canonical: new TextDecoder().decode(logged.bytes),
    leafHash: logged.hash === null ? null : hex(logged.hash),
    callId: entry.call,
    callEndedAt,
    subjects: [...entry.subjects],
    data: Object.entries(entry.data).map(([name, value]) => ({ name, value: shown(value) })),
    commitments: Object.entries(entry.commit).map(([name, value]) => ({ name, value, erased: !salted.includes(name) })),
    dossier: dossier.map((one) => logRow(one, actors)),
  }
}

function rowOf(logged: LoggedEntry, entry: AuditEntry, actors: LogActors): LogRowView {
  const scalars = Object.entries(entry.data).flatMap(([name, value]): [string, string | number][] =>
    typeof value === 'number' || typeof value === 'string'
      ? [[name, value]]
      : typeof value === 'boolean'
        ? [[name, String(value)]]
        : [],
  )
  return {
    seq: logged.seq,
    entryId: entry.id,
    at: logged.at,
    what: entry.what,
    params: Object.fromEntries(scalars),
    outcome: entry.outcome,
    actor: actors.show(entry),
    caseCode: entry.case,
  }
}

const shown = (value: EntryValue): string => (typeof value === 'string' ? value : JSON.stringify(value))

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
