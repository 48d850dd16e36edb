import type { PauseCode, TurnView } from '#usecases/views/request-words.ts'

/** What a pause is called: parked, where it is the person's turn, is time to read what was written to them. */
export const pauseWord = (pause: PauseCode, turn: TurnView): PauseCode | 'to_be_read' =>
  pause === 'parked' && turn.role === 'person' ? 'to_be_read' : pause
