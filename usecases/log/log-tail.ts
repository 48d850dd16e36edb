import { z } from 'zod'
import { query } from '../query.ts'

/** How far the log is numbered: for those who number it. */
export const logTail = query({
  name: 'log.tail',
  permission: 'log.seal',
  input: z.object({}),
  run: ({ store }) => store.log.tail(),
})
