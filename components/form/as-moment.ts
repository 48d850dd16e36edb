/** What a browser's `datetime-local` holds, which is local time without a zone, as epoch ms; null while it is empty. */
export function asMoment(value: unknown): number | null {
  if (typeof value === 'number') return value
  const at = typeof value === 'string' && value !== '' ? new Date(value).getTime() : Number.NaN
  return Number.isNaN(at) ? null : at
}
