import { z } from 'zod'
import { query } from '../query.ts'
import type { KeyLineView, KeyRoomView } from '../views/keys.ts'

/** What is known of one key from outside it. */
const KeyOnDisk = z.object({
  kind: z.enum(['master', 'registry', 'log', 'derivation']),
  generation: z.int().min(1).nullable(),
  since: z.number(),
})

/** How old each key is and what hangs on it. */
export const listKeys = query({
  name: 'key.list',
  permission: 'key.list',
  /** The keys lie beside the process, not in the database: whoever can see their files says how old they are. */
  input: z.object({ keys: z.array(KeyOnDisk).default([]), logKeySha256: z.string().default('') }),
  async run({ input, now, store }): Promise<KeyRoomView> {
    const use = await store.health.keyUse()
    const newest = (kind: KeyLineView['kind']) =>
      Math.max(...input.keys.filter((key) => key.kind === kind).map((key) => key.generation ?? 1))
    return {
      now,
      logKeySha256: input.logKeySha256,
      keys: input.keys.map((key) => ({
        ...key,
        current: (key.generation ?? 1) === newest(key.kind),
        protects:
          key.kind === 'master' ? (use.subjectKeys[String(key.generation)] ?? 0)
          : key.kind === 'registry' ? (use.tags[String(key.generation)] ?? 0)
          : key.kind === 'log' ? use.leaves
          : null,
      })),
    }
  },
})
