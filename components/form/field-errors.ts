import type { FieldErrors, FieldValues } from 'react-hook-form'

/**
 * The code of what is wrong with a field: the one its schema names (`error: 'code'`), else Zod's kind of
 * issue. The same rule as on the server, so both say the same sentence.
 */
export function faultCode(error: { message?: unknown; type?: unknown } | undefined): string | null {
  if (error === undefined) return null
  const { message, type } = error
  if (typeof message === 'string' && /^[a-z][a-z0-9_]*$/.test(message)) return message
  return typeof type === 'string' ? type : 'invalid'
}

/** The error of a dotted path, wherever it lies. */
export function errorAt<T extends FieldValues>(errors: FieldErrors<T>, path: string) {
  let node: unknown = errors
  for (const part of path.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined
    node = (node as Record<string, unknown>)[part]
  }
  return node as { message?: unknown; type?: unknown } | undefined
}
