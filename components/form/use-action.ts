'use client'
import { useState } from 'react'
import type { ActionProblem, ActionResult } from '#usecases/action-result.ts'
import { say } from '#components/ui/toast.tsx'
import { answerTo } from './answer-to.ts'
import { useProblemText } from './use-problem-text.ts'

/**
 * One action behind a button. While it runs, further presses are ignored; a problem is both returned as `problem` for
 * the page and, unless `quiet`, said as a toast.
 */
export function useAction<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  more: { onDone?: (value: Value) => void; onProblem?: () => void; quiet?: boolean } = {},
) {
  const { onDone, onProblem, quiet = false } = more
  const text = useProblemText()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ActionProblem | null>(null)

  async function run(input: Input): Promise<void> {
    if (pending) return
    setPending(true)
    setProblem(null)
    const result = await answerTo(action, input)
    setPending(false)
    if (result.ok) {
      onDone?.(result.value)
      return
    }
    setProblem(result.problem)
    if (!quiet) say('bad', text.problem(result.problem))
    onProblem?.()
  }
  return { run, pending, problem }
}
