import { z } from 'zod'

/** What jobs carry: ids, codes and times, never a value of a person's. */
export const RequestPayload = z.object({ request: z.uuid() })
export const TaskPayload = RequestPayload.extend({ system: z.string(), step: z.string() })
export const RecheckPayload = RequestPayload.extend({ round: z.union([z.literal(1), z.literal(2)]) })
export const HastenPayload = RequestPayload.extend({ until: z.int() })
export const ArrivedPayload = z.object({ subject: z.uuid(), purpose: z.string(), event: z.string() })
export const OptOutPayload = z.object({ subjects: z.array(z.uuid()), purpose: z.string(), call: z.uuid(), at: z.int() })
export const HoldPayload = z.object({ hold: z.uuid(), subject: z.uuid() })
