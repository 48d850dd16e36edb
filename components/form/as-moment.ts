/** What a browser's `datetime-local` holds, which is local time without a zone, as epoch ms; null while it is empty. */
export function asMoment(value: unknown): number | null {
  if (typeof value === 'number') return value
  const at = typeof value === 'string' && value !== '' ? new Date(value).getTime() : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** Epoch ms as a `datetime-local` holds it, to the minute: what `asMoment` reads. */
export function asLocalTime(at: number): string {
  const date = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
