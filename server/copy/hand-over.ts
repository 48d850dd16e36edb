/** Bytes that go at once; what was not asked for yet has not left. */
const piece = 65_536

/**
 * A body that is given piece by piece as it is taken. `taken` is called after the last piece was, and the body ends
 * when it has answered: who breaks off before has not fetched it.
 */
export function handOver(bytes: Uint8Array, taken: () => Promise<void>): ReadableStream<Uint8Array> {
  let from = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(body) {
        if (from >= bytes.length) {
          await taken()
          body.close()
          return
        }
        body.enqueue(bytes.slice(from, from + piece))
        from += piece
      },
    },
    { highWaterMark: 0 },
  )
}
