/** A nested message file as dotted key → text. */
export function flatten(messages: unknown, prefix = ''): Map<string, string> {
  if (typeof messages === 'string') return new Map([[prefix, messages]])
  return new Map(
    Object.entries(messages as Record<string, unknown>).flatMap(([key, value]) => [
      ...flatten(value, prefix === '' ? key : `${prefix}.${key}`),
    ]),
  )
}

/**
 * The names of the arguments of an ICU message, sorted, each once. What stands in the branches of a plural or
 * select counts too; the branch names do not.
 *
 * @throws Error when braces do not match
 */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  readText(message, 0, names)
  return [...names].sort()
}

/** Reads until the closing brace of the branch it stands in, or the end; returns the position behind it. */
function readText(text: string, from: number, names: Set<string>): number {
  let at = from
  while (at < text.length) {
    if (text[at] === '}') {
      if (from === 0) throw new Error(`unmatched } in: ${text}`)
      return at + 1
    }
    at = text[at] === '{' ? readArgument(text, at + 1, names) : at + 1
  }
  if (from !== 0) throw new Error(`unclosed { in: ${text}`)
  return at
}

/** Reads `name}`, `name, type, style}` or `name, plural, one {…} other {…}}`. */
function readArgument(text: string, from: number, names: Set<string>): number {
  let at = from
  while (at < text.length && text[at] !== ',' && text[at] !== '}') at++
  names.add(text.slice(from, at).trim())
  while (at < text.length && text[at] !== '}') at = text[at] === '{' ? readText(text, at + 1, names) : at + 1
  if (text[at] !== '}') throw new Error(`unclosed { in: ${text}`)
  return at + 1
}
