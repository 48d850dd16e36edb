import type { Readable } from 'node:stream'

/** A line that is longer than any there can be. */
export class LineTooLong extends Error {}

/**
 * The lines of a stream of UTF-8, without their line feeds, with at most one line in memory. A last line without a
 * line feed counts. Unlike `readline` it passes the stream's own errors on, and refuses a line without end.
 */
export async function* linesOf(input: Readable, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for await (const chunk of input) {
    rest += decoder.decode(chunk as Buffer, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > limit) throw new LineTooLong()
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
