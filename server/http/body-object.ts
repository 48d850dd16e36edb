import { invalidInput } from '#usecases/errors.ts'

/** The members of a JSON object, so that what the path says can be put beside them. @throws InvalidInput */
export function bodyObject(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidInput('input', { _: 'invalid_type' })
  return body as Record<string, unknown>
}
