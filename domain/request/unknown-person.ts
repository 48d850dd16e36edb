import type { Request } from './request.ts'

/** Who it is about was never found, and it still waits for that: somebody names them, or nothing is found. */
export const waitsForItsPerson = ({ subjects, state }: Pick<Request, 'subjects' | 'state'>): boolean =>
  subjects.length === 0 && (state === 'open' || state === 'awaiting_verification')
