import type { Request } from '#domain/request/request.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { turnOf } from '#domain/request/turn.ts'
import type { TurnView } from '../views/request-words.ts'

const dayMs = 86_400_000

/** Whether a moment is told as a day with its year. */
export const isFar = (at: number | null, now: number): boolean => at !== null && at - now > 180 * dayMs

/** Whose turn it is, and until when. */
export function turnView(request: Request, now: number, settings: RequestSettings): TurnView {
  const { role, who, at } = turnOf(request, now, settings)
  return { role, who, at, far: isFar(at, now) }
}
