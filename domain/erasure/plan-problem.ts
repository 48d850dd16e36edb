/** What makes a plan impossible as it is. A closed set; the sentences stand in the message files. */
export const planProblemCodes = [
  'no_rule', 'missing_table', 'missing_column', 'no_primary_key', 'key_masked', 'read_only', 'null_on_not_null',
  'constant_on_unique', 'too_long', 'wrong_type', 'no_mask', 'no_pseudonym_key', 'unknown_mask_field',
  'unknown_from_field', 'too_many_rows',
  // Found only by trying on an invented person.
  'missing_index', 'undeclared_reference', 'not_insertable', 'not_erasable', 'left_over', 'not_found_again',
] as const
export type PlanProblemCode = (typeof planProblemCodes)[number]

/** Where it stands, by names of the schema alone: never a value of a row. */
export interface PlanProblem {
  readonly code: PlanProblemCode
  readonly collection: string
  readonly field: string | null
}

const sentences: Readonly<Record<PlanProblemCode, string>> = {
  no_rule: 'holds data about a person, and no rule of the policy says what is to become of it',
  missing_table: 'is described by the dataset and not in the database',
  missing_column: 'is named by the dataset and not in the database; names are taken letter for letter',
  no_primary_key: 'has no primary key, so its rows can not be found again; name one in the dataset',
  key_masked: 'is part of the primary key and can not be masked; keep it, or erase the row',
  read_only: 'is read-only by the dataset, and a rule wants to mask it; keep it, or erase the row',
  null_on_not_null: 'takes no NULL; use a constant',
  constant_on_unique: 'takes each value once, so a constant fits one person alone; use random or pseudonym',
  too_long: 'is too short for what the rule writes into it',
  wrong_type: 'can not hold what the rule writes into it',
  no_mask: 'takes no NULL and has no obvious mask; say in the policy how it is masked where its row has to stay',
  no_pseudonym_key: 'is to become a pseudonym, and this system was given no key for pseudonyms',
  unknown_mask_field: 'is masked by the policy and not in the dataset',
  unknown_from_field: 'is what a retention counts from, and not in the dataset',
  too_many_rows: 'holds more rows of one person than are planned at once',
  missing_index: 'is searched by and has no index: each erasure reads the whole table',
  undeclared_reference: 'points at a row that an erasure deletes, and the dataset does not say so',
  not_insertable: 'refused the row of an invented person, so what an erasure does there is not known',
  not_erasable: 'refused to give up the row of an invented person',
  left_over: 'still held the row of an invented person after the erasure',
  not_found_again: 'held a row of an invented person that the references of the dataset do not lead to',
}

/** One sentence in English for the command line: collection and field first. */
export function problemSentence(problem: PlanProblem): string {
  const place = problem.field === null ? problem.collection : `${problem.collection}.${problem.field}`
  return `${place} ${sentences[problem.code]}`
}

/** What keeps nothing from running, and a supervisor wants to know: rows of a collection, counted. */
export const planFindingCodes = ['shared', 'needed', 'retention_over', 'no_date'] as const
export type PlanFindingCode = (typeof planFindingCodes)[number]

export interface PlanFinding {
  readonly code: PlanFindingCode
  readonly collection: string
  readonly rows: number
}
