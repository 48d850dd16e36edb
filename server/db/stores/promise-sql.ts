import { unfinishedStates } from '#domain/request/states.ts'

/** What `promisedCases` takes, in its order. */
export const promisedParams: readonly string[] = unfinishedStates

/**
 * Calls that promised a call-back which nobody has made since, joined with the unfinished cases `r` that were opened in
 * them. A promise about nobody (their data is gone) or about what has ended is none. From the call by indexes alone.
 */
export const promisedCases = `
  "call" c
  JOIN call_subject g ON g.call_id = c.id
  JOIN request_subject s ON s.subject_id = g.subject_id
  JOIN request r ON r.id = s.request_id AND r.call_id = c.id
  WHERE r.state IN (${unfinishedStates.map(() => '?').join(', ')})
    AND c.promised_at IS NOT NULL AND c.subject_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "call" later WHERE later.subject_id = c.subject_id AND later.started_at > c.started_at)`
