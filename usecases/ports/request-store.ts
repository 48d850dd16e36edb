import type { Request } from '#domain/request/request.ts'
import type { RequestKind } from '#domain/request/kinds.ts'
import type { RequestState } from '#domain/request/states.ts'
import type { ScriptId } from '#domain/script/script-ids.ts'

/** Where a request came in. */
export interface RequestOrigin {
  readonly openedBy: string
  readonly channel: string
  readonly jurisdiction: string | null
  readonly callId: string | null
  readonly intakeId: string | null
  /** What makes opening it twice harmless: a form's or an app's key; null where nothing repeats. */
  readonly openingKey: string | null
}

/** A request with what lies beside the pure aggregate. `request.version` is the version read. */
export interface StoredRequest {
  readonly request: Request
  readonly origin: RequestOrigin
  readonly decideBy: number | null
  /** The call in which it was submitted last, and its person verified; the one it came from where there is no other. */
  readonly verifiedIn: string | null
  /** A supervisor upheld an objection to it: nobody is marked by it. */
  readonly objectionUpheld: boolean
  /** When what was kept of it ended with its months, epoch ms; null while it is kept. */
  readonly recordsEndedAt: number | null
}

/** A line of a list, without opening the aggregate. */
export interface RequestLine {
  readonly id: string
  readonly caseCode: string
  readonly kind: RequestKind
  readonly service: string | null
  readonly state: RequestState
  readonly pause: string | null
  readonly turnRole: string
  readonly turnHuman: string | null
  readonly turnAt: number | null
  readonly openedAt: number
  readonly dueAt: number | null
  readonly decideBy: number | null
  readonly openedBy: string
  readonly channel: string
  /** As it was noted with the case. */
  readonly jurisdiction: string | null
}

export interface HoldRecord {
  readonly id: string
  readonly holdRef: string
  readonly subjectId: string
  /** `everything`, `service:<key>` or `systems:<name>,<name>`. */
  readonly covers: string
  readonly basis: string
  readonly mayNotTell: boolean
  readonly owner: string
  readonly placedBy: string
  readonly placedAt: number
  readonly reviewOn: number
  readonly liftedAt: number | null
  readonly liftedBy: string | null
}

/** One telling of a consequence, and what came of it. */
export interface ToldRecord {
  readonly requestId: string
  readonly result: string
  readonly scriptId?: ScriptId | undefined
  readonly scriptVersion: string
  readonly locale: string
  readonly inWriting: boolean
  readonly at: number
  readonly callId: string | null
  readonly humanRef: string | null
}

export interface PartRecord {
  readonly humanRef: string
  readonly part: string
  readonly at: number
}

/** One entry of a case's history: codes and counts out of the log. */
export interface HistoryLine {
  seq: number | null
  at: number
  what: string
  params: Record<string, string | number>
  outcome: 'ok' | 'denied' | 'failed'
  /** Personnel number or client's name; null for the system. */
  actor: string | null
}

export interface RequestStore {
  byId(id: string): Promise<StoredRequest | null>
  byCaseCode(caseCode: string): Promise<StoredRequest | null>
  /** The request that was opened with this key. */
  byOpeningKey(key: string): Promise<StoredRequest | null>
  add(request: Request, origin: RequestOrigin, decideBy: number | null): Promise<void>
  /** Updates where id and version are those read; the version rises by one. @throws Conflict */
  save(request: Request, decideBy: number | null): Promise<void>
  /**
   * Leaves of an ended case what outlives its months (domain/request/kept-records.ts). Whatever happens to it later
   * makes it a case again, and its months count anew. @throws Conflict
   */
  endRecords(request: Request, now: number): Promise<void>
  /** Requests that name this subject. */
  ofSubject(subjectId: string): Promise<readonly StoredRequest[]>
  /** Undecided requests by `decide_by`, the first `limit` of them, and how many there are. */
  queue(limit: number): Promise<{ readonly first: readonly StoredRequest[]; readonly total: number }>
  /** Disputes, objections and findings of an error that wait for a supervisor, by their own clock, at most `limit`. */
  contested(limit: number): Promise<readonly (StoredRequest & { readonly turnAt: number | null })[]>
  /**
   * Completed requests to which an objection was upheld when it was too late to mark nobody, and of which nobody has
   * found an error yet; the last one first.
   */
  upheldTooLate(limit: number): Promise<readonly StoredRequest[]>
  /** When objections to any of these requests, or to an answer about one of them, were upheld. */
  upheldObjections(requestIds: readonly string[]): Promise<readonly { readonly about: string; readonly at: number }[]>
  /** Requests of the ineligibility kinds that are not ended, of everybody or of one human, by `decide_by`. */
  ofMarks(limit: number, openedBy?: string): Promise<readonly StoredRequest[]>
  /** The case codes of the corrections that are under way, by the registry entry they are about; of these entries. */
  openCorrections(entryIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The hash of the plan that was approved last, and when, whatever became of the approval; null without a plan. */
  lastApproval(requestId: string): Promise<{ planHash: string; at: number } | null>
  /** Requests opened by, or waiting for, this human. */
  ofHuman(humanRef: string, limit: number): Promise<readonly RequestLine[]>
  /** Requests parked for an agent's call, the earliest first, and letters that wait for theirs; `limit` of each. */
  toCallBack(limit: number): Promise<readonly StoredRequest[]>
  /** Ids of requests that the worker has to look at by now. */
  awake(now: number, limit: number): Promise<readonly string[]>
  /** The entries of a case, oldest first, as lines of its history. */
  history(caseCode: string): Promise<HistoryLine[]>
  /** Changes with every entry of the case, and when one of them gets its number in the log. */
  stamp(caseCode: string): Promise<string>
  /** When this member of staff last opened the case on purpose (before a moment); null when they never did. */
  lastOpened(caseCode: string, staffId: string, before?: number): Promise<number | null>
  /** When the number of the case's person was last shown to this member of staff; null when it never was. */
  lastDialled(caseCode: string, staffId: string): Promise<number | null>
  /** Moves the next look at a request to a later time, when nothing could be done now. */
  wakeLater(id: string, at: number): Promise<void>
  parts(requestId: string): Promise<readonly PartRecord[]>
  addPart(requestId: string, part: PartRecord): Promise<void>
  addApproval(approval: { requestId: string; humanRef: string; planHash: string | null; at: number }): Promise<void>
  /** In which call it was submitted, by what was shown there. */
  noteVerifiedIn(requestId: string, callId: string): Promise<void>
  /** Under whose law it is, once its person is known. */
  noteJurisdiction(requestId: string, jurisdiction: string | null): Promise<void>
  upholdObjection(requestId: string): Promise<void>
  supersedeApprovals(requestId: string, now: number): Promise<void>
  addTold(told: ToldRecord): Promise<void>
  holds(subjectId: string): Promise<readonly HoldRecord[]>
  hold(holdRef: string): Promise<HoldRecord | null>
  /** The holds that stand, the first to be reviewed first, at most `limit`; and how many stand in all. */
  standingHolds(limit: number): Promise<{ readonly holds: readonly HoldRecord[]; readonly total: number }>
  /** Holds that were lifted since then, the last one first. */
  holdsLifted(since: number, limit: number): Promise<readonly HoldRecord[]>
  /**
   * Writes a hold where it is still as it was seen; as it is now, when that is left out.
   *
   * @throws Conflict when somebody changed it since
   */
  putHold(hold: HoldRecord, seen?: HoldRecord | null): Promise<'created' | 'changed' | 'unchanged'>
  /** Leaves of a lifted hold that there was one, what it covered, who lifted it when, and no word of its sender. */
  stripHold(id: string): Promise<void>
  /** Sets the review date of a hold that stands, alone, where it is still the one that was seen; whether it was. */
  putReviewDate(id: string, dates: { readonly seen: number; readonly reviewOn: number }): Promise<boolean>
}
