import { z } from 'zod'
import { query } from '../query.ts'
import { lawLines } from './law-lines.ts'

/** What each law of the table says about a mark, and what is still undecided. */
export const listLaws = query({
  name: 'law.list',
  permission: 'law.list',
  input: z.object({}),
  run: async ({ store, now }) => ({ laws: await lawLines(store.settings, now) }),
})
