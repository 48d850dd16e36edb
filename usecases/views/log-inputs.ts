import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })

/** The period of an export: ISO dates, inclusive, UTC. */
export const exportLogInput = z
  .object({ from: day, to: day })
  .refine((input) => input.from <= input.to, { path: ['to'], error: 'range' })
export type ExportLogInput = z.output<typeof exportLogInput>
