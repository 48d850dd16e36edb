/** The reader's zone if the cookie holds a zone that this runtime knows; UTC otherwise. */
export function zoneOf(value: string | undefined): string {
  if (value === undefined || !/^[A-Za-z0-9_+/-]{1,64}$/.test(value)) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
