import { z } from 'zod'
import { query } from '../query.ts'

/** Counts for monitoring: codes and numbers, nothing of a person. */
export const readMetrics = query({
  name: 'metrics.read',
  permission: 'metrics.read',
  input: z.object({}),
  run: ({ store, now }) => store.health.figures(now),
})
