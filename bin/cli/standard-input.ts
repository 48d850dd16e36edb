/**
 * Standard input to its end, of which no more than one byte beyond `limit` is kept: enough to see that it is too long.
 * Whoever writes to us (a mail server) is let finish, and never finds a closed pipe.
 */
export async function standardInput(limit: number): Promise<Uint8Array> {
  const kept = Buffer.alloc(limit + 1)
  let length = 0
  for await (const chunk of process.stdin) length += (chunk as Buffer).copy(kept, length)
  return kept.subarray(0, length)
}
