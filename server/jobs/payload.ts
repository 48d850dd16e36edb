import { z } from 'zod'

/** What jobs about one request carry. Ids and codes only. */
export const RequestPayload = z.object({ request: z.uuid() })
export const TaskPayload = RequestPayload.extend({ system: z.string(), step: z.string() })
export const RecheckPayload = RequestPayload.extend({ round: z.union([z.literal(1), z.literal(2)]) })
