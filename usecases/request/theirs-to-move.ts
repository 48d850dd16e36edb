import { isFinal } from '#domain/request/states.ts'
import type { RequestLine } from '../ports/request-store.ts'

/** Whether an agent is the next to do something about a case: this one, or whichever agent comes to it. */
export const isTheirsToMove = ({ state, turnRole, turnHuman }: RequestLine, humanRef: string): boolean =>
  !isFinal(state) && turnRole === 'agent' && (turnHuman === null || turnHuman === humanRef)
