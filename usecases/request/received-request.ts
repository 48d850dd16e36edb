import type { Request } from '#domain/request/request.ts'
import { agentSees } from '#domain/request/shown.ts'

/** What the app learns: the code to show, the state as it may be shown, and the legal date (epoch ms). */
export interface ReceivedRequest {
  readonly caseCode: string
  readonly state: string
  readonly dueAt: number
}

export const receivedRequest = (of: Request): ReceivedRequest => ({
  caseCode: of.caseCode,
  state: agentSees(of),
  dueAt: of.dueAt,
})
