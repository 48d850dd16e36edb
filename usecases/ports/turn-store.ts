/**
 * One at a time for what no unique column can say. Whoever takes a turn keeps it until the transaction ends. The answer
 * is whether others could have written since the transaction began: then what was read before is to be read again.
 */
export interface TurnStore {
  /** One transaction at a time begins a call of this member of staff. */
  ofStaff(staffId: string): Promise<boolean>
  /** One transaction at a time opens a request of any of these people. */
  ofSubjects(subjectIds: readonly string[]): Promise<boolean>
}
