/** When a consequence counts as told, aloud or in writing (domain book §3 "Told", invariant 5). */

import { pauseOf } from './pause.ts'
import type { Request, Told } from './request.ts'
import type { RequestSettings } from './settings.ts'

/** Heard, whether accepted or not: a telling, not a bargain (invariant 5). */
export function wasTold(told: Told | null): boolean {
  return told?.result === 'understood' || told?.result === 'objects'
}

/** Only a deletion has a permanent consequence to tell (invariant 5). */
export function needsTelling(request: Pick<Request, 'kind'>): boolean {
  return request.kind === 'deletion'
}

/**
 * When the telling counts: at once aloud; in writing once answered, or once there was time to read what went out.
 * Null while nobody was told, and while it is only to be written.
 */
export function toldCountsFrom({ told }: Pick<Request, 'told'>, readingMs: number): number | null {
  if (!told || !wasTold(told)) return null
  if (!told.inWriting) return told.at
  if (told.answeredAt !== null) return told.answeredAt
  return typeof told.writtenAt === 'number' ? told.writtenAt + readingMs : null
}

/** Told in writing, and not read by then: there is still time to read it, or it did not even go out. */
export function isUnread(request: Pick<Request, 'kind' | 'told'>, at: number, readingMs: number): boolean {
  if (!needsTelling(request) || !wasTold(request.told) || !request.told?.inWriting) return false
  const from = toldCountsFrom(request, readingMs)
  return from === null || at < from
}

/**
 * When the time to read what was written to a parked deletion's person is over; null where nothing was, or nobody is
 * taken as told by it: a letter reaches whoever opens the post. One that somebody disputes before it was submitted
 * waits for that first, since it goes on by itself when it was read.
 */
export function readFrom(request: Request, settings: Pick<RequestSettings, 'readingMs'>): number | null {
  const parked = pauseOf(request, 'parked')
  if (!needsTelling(request) || !wasTold(request.told)) return null
  if (!parked || parked.inWritingAt === null || parked.reason === 'under_pressure') return null
  if (request.state === 'awaiting_verification' && request.pauses.length > 1) return null
  return parked.inWritingAt + settings.readingMs
}

/**
 * Until when a parked case is its person's turn, who has time to answer what was written to them; null where nothing
 * was. After too many weeks it comes before a supervisor all the same.
 */
export function readingUntil(
  request: Pick<Request, 'pauses'>,
  settings: Pick<RequestSettings, 'readingMs' | 'parkEscalateMs'>,
): number | null {
  const parked = request.pauses.find((pause) => pause.kind === 'parked')
  if (parked === undefined || parked.inWritingAt === null || parked.reason === 'under_pressure') return null
  return Math.min(parked.inWritingAt + settings.readingMs, parked.since + settings.parkEscalateMs)
}
