import type { ActionResult } from '#usecases/action-result.ts'
import { noteAnswer } from '#components/ui/connection.ts'

/** What an action says to an input. No answer, offline or while the server is being restarted, is a problem too. */
export async function answerTo<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  input: Input,
): Promise<ActionResult<Value>> {
  try {
    const result = await action(input)
    noteAnswer(true)
    return result
  } catch {
    noteAnswer(false)
    return { ok: false, problem: { code: 'unavailable' } }
  }
}
