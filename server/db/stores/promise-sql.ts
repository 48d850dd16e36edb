import { unfinishedStates } from '#domain/request/states.ts'

/** What `promisedCases` takes, in its order. */
export const promisedParams: readonly string[] = unfinishedStates

/**
 * Calls that promised a call-back, joined with the unfinished cases `r` that the promise is about: those opened in the
 * call, and those that waited already for the person who was verified in it. A promise ends with a later call in which
 * the person was verified, not with any look-up: a stranger can have them looked up too. An attempt on the case moves
 * or ends it (`CallStore.movePromises`). A promise about nobody (their data is gone) or about what has ended is none.
 * From the call by indexes alone.
 */
export const promisedCases = `
  "call" c
  JOIN call_subject g ON g.call_id = c.id
  JOIN request_subject s ON s.subject_id = g.subject_id
  JOIN request r ON r.id = s.request_id
  WHERE r.state IN (${unfinishedStates.map(() => '?').join(', ')})
    AND c.promised_at IS NOT NULL AND c.subject_id IS NOT NULL
    AND (r.call_id = c.id OR (g.level >= 2 AND r.opened_at <= c.started_at
      AND (r.pause = 'parked' OR (r.pause IS NULL AND r.state = 'awaiting_verification'))))
    AND NOT EXISTS (SELECT 1 FROM call_subject v JOIN "call" later ON later.id = v.call_id
      WHERE v.subject_id = g.subject_id AND v.level >= 2 AND later.started_at > c.started_at)`
