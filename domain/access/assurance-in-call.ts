import type { AssuranceLevel } from './assurance.ts'

/** A level as it was reached in one call about one subject. Times are epoch ms. */
export interface GrantedLevel {
  readonly callId: string
  readonly subjectId: string
  readonly agentId: string
  readonly level: AssuranceLevel
}

/** The call as it stands now. */
export interface CallNow {
  readonly callId: string
  /** Whoever has the call now. */
  readonly agentId: string
  readonly endedAt: number | null
  /** The telephone line is still open: the same caller is still there. */
  readonly lineOpen: boolean
}

/**
 * The level that still counts. It belongs to the call and ends with it; the same agent may resume within
 * `resumeMs` (setting `resume_minutes`) while the line is open. A live call that is handed over takes it
 * along, if the line stayed open (screens.md, the agent).
 */
export function assuranceInCall(
  granted: GrantedLevel | null,
  call: CallNow,
  asked: { readonly subjectId: string; readonly now: number; readonly resumeMs: number },
): AssuranceLevel {
  if (granted === null || granted.callId !== call.callId || granted.subjectId !== asked.subjectId) return 0
  const sameAgent = granted.agentId === call.agentId
  if (call.endedAt === null) return sameAgent || call.lineOpen ? granted.level : 0
  const since = asked.now - call.endedAt
  return sameAgent && call.lineOpen && since >= 0 && since <= asked.resumeMs ? granted.level : 0
}
