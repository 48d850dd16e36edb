/** A case whose months are over. */
export interface CaseOver {
  readonly id: string
  readonly caseCode: string
}

/** What is over its months, the oldest first, at most `most` of each. */
export interface Over {
  readonly cases: readonly CaseOver[]
  readonly calls: readonly string[]
  /** Notes that belong to no call and no case. */
  readonly notes: readonly string[]
  /** Messages that were about no case. */
  readonly messages: readonly string[]
}

/** How many rows went, by what they were. */
export type RowsEnded = Readonly<Record<string, number>>

/**
 * What Rightsdesk itself keeps of calls and cases, until its months are over (domain book §6, `keep_months`). Nothing
 * is over of whom a case is unfinished, a hold stands, a contact is disputed, or a supervisor has still to look at.
 */
export interface KeptStore {
  /** What was over before `since`, epoch ms. */
  over(since: number, most: Readonly<Record<keyof Over, number>>): Promise<Over>
  /**
   * Ends the rows of a case, all but the case itself and its certificate.
   *
   * @param knownForGood whether its work, its parts and whom it names stay (domain/request/kept-records.ts)
   */
  endCase(id: string, knownForGood: boolean): Promise<RowsEnded>
  endCall(id: string): Promise<RowsEnded>
  endNotes(ids: readonly string[]): Promise<number>
  endMessages(ids: readonly string[]): Promise<number>
}
