/**
 * Whether accounts can be one person's: no two of them have different national ids. That they are is for the person to
 * say, and each account to be verified by itself (domain book §5.4).
 *
 * @param nationalIds normalised; null for an account that has none on file
 */
export function mayBeOnePerson(nationalIds: readonly (string | null)[]): boolean {
  return new Set(nationalIds.filter((id) => id !== null)).size <= 1
}
