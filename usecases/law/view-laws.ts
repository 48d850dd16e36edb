import { z } from 'zod'
import { query } from '../query.ts'
import type { LawRoomView } from '../views/laws.ts'
import { lawLines } from './law-lines.ts'

/** The law table as it is in force, every row with all that it says. */
export const viewLaws = query({
  name: 'law.view',
  permission: 'law.list',
  input: z.object({}),
  async run({ now, store }): Promise<LawRoomView> {
    return { now, rows: (await store.settings.lawTable()).rows, marks: await lawLines(store.settings) }
  },
})
