/** What a server action answers: the value, or a problem that the reader can act on. Never a stack, never a value. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; problem: ActionProblem }

/** The closed set of `usecases/errors.ts`, as codes, and `session_ended`, which only a screen knows. */
export type ProblemCode =
  | 'invalid_input'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'precondition_failed'
  | 'unavailable'
  | 'session_ended'

export interface ActionProblem {
  code: ProblemCode
  /** Key in the `errors` namespace (`reason.<AppError.reason>`); where it has no sentence, that of `code` is shown. */
  message?: string
  /** Parameters of that sentence: numbers, codes, epoch milliseconds. Never personal data. */
  params?: Record<string, string | number>
  /** Field (dotted path) → key in the `errors` namespace (`field.<fault>`). */
  fields?: Record<string, string>
}
