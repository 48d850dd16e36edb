/** `/log` and `/log/{seq}`. No personal data in clear: codes, counts, ids and commitments only. */
export interface LogView {
  now: number
  /** The numbers of the sentence on top, for the period of the filter. */
  summary: {
    entries: number
    denied: number
    failed: number
    deletionsAsked: number
    deletionsDone: number
    deletionsRefused: number
    deletionsCancelled: number
    deletionsOpen: number
  }
  /** Highest numbered leaf; null while the log is empty. */
  numberedTo: number | null
  /** Entries not numbered yet. */
  waiting: number
  filter: LogFilter
  rows: LogRowView[]
  /** Cursor for older rows; null at the end. */
  older: string | null
  /** Cursor for newer rows; null at the newest. */
  newer: string | null
  opened: LogEntryView | null
  /** What the filter can choose from. */
  codes: string[]
  actors: { id: string; label: string }[]
}

/** Lives in the URL, so it holds no personal data: dates, codes, personnel numbers, a case code. */
export interface LogFilter {
  /** ISO dates, inclusive, UTC; null: open. */
  from: string | null
  to: string | null
  what: string | null
  actor: string | null
  outcome: 'ok' | 'denied' | 'failed' | null
  caseCode: string | null
}

export interface LogRowView {
  seq: number | null
  entryId: string
  at: number
  what: string
  params: Record<string, string | number>
  outcome: 'ok' | 'denied' | 'failed'
  actor: LogActorView
  caseCode: string | null
}

export interface LogActorView {
  type: 'staff' | 'client' | 'system' | 'operator' | 'nobody'
  role: 'agent' | 'supervisor' | 'auditor' | 'administrator' | null
  /** Personnel number or client name. */
  label: string | null
}

export interface LogEntryView extends LogRowView {
  /** Canonical JSON as it was hashed, for those who read raw. */
  canonical: string
  leafHash: string | null
  callId: string | null
  /** When what was kept of the call ended with its months, epoch ms; null while it is kept. */
  callEndedAt: number | null
  subjects: string[]
  data: { name: string; value: string }[]
  /** Commitments: names, and base64url. */
  commitments: { name: string; value: string; erased: boolean }[]
  /** Every entry of the same case, this one included, oldest first; none for an entry without a case. */
  dossier: LogRowView[]
}

export interface ExportLogResult {
  entries: number
  /** Name of the archive and where to fetch it, once. */
  file: string
  href: string
  sha256: string
}
