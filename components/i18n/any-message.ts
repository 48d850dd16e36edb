/** The parts of next-intl's `t` that take a key known only at run time. */
interface AnyTranslator {
  (key: never, values?: never): string
  has: (key: never) => boolean
}

/** The message of a key that comes from data, or null where there is none. */
export function anyMessage(
  t: AnyTranslator,
  key: string,
  params?: Record<string, string | number>,
): string | null {
  return t.has(key as never) ? t(key as never, params as never) : null
}
