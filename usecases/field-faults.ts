import type { ZodError } from 'zod'
import type { FieldFaults } from './errors.ts'

/**
 * Zod's issues as field → reason code. A schema names its own codes with `error: 'code'`; anything else is
 * reported by the kind of issue. Zod's own sentences are dropped, since some repeat the input.
 */
export function fieldFaults(error: ZodError): FieldFaults {
  const faults: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || '_'
    faults[field] ??= /^[a-z][a-z0-9_]*$/.test(issue.message) ? issue.message : issue.code
  }
  return faults
}
