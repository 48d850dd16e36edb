'use client'
import { useState } from 'react'
import type { ForeseePlanInput } from '#usecases/views/desk-inputs.ts'
import type { ForeseenView } from '#usecases/views/plan.ts'
import { useAction } from '#components/form/use-action.ts'
import { useDesk } from './desk-context.tsx'

/** The numbers of something that can not be undone: asked for as the step is opened, and asked for again at will. */
export function useNumbers(of: ForeseePlanInput) {
  const { actions } = useDesk()
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<ForeseenView | null>(null)
  const ask = useAction(actions.foreseePlan, { quiet: true, onDone: setSeen })
  const look = () => {
    setSeen(null)
    setOpen(true)
    void ask.run(of)
  }
  return { open, seen, problem: ask.problem, look, close: () => setOpen(false) }
}

export type Numbers = ReturnType<typeof useNumbers>
