'use client'
import type { ReactNode } from 'react'
import type { ActionResult } from '#usecases/action-result.ts'
import { CommandDialog } from './command-dialog.tsx'
import { useAction } from './use-action.ts'

/** One question before something that is not easily taken back: nothing to fill in, only yes or the way out. */
export function ConfirmDialog<Value>({
  title, text, act, look = 'bad', out, action, onClose, onDone, children,
}: {
  title: ReactNode
  text: ReactNode
  act: string
  look?: 'primary' | 'bad'
  out?: 'cancel' | 'back'
  action: () => Promise<ActionResult<Value>>
  onClose: () => void
  onDone: (value: Value) => void
  /** What stands between the sentence and the buttons. */
  children?: ReactNode
}) {
  const { run, pending, problem } = useAction(action, { quiet: true, onDone })
  const submit = async (event?: React.BaseSyntheticEvent) => {
    event?.preventDefault()
    await run(undefined)
  }
  return (
    <CommandDialog
      command={{ submit, pending, problem }} title={title} text={text} act={act} look={look}
      {...(out !== undefined && { out })} onClose={onClose}
    >
      {children}
    </CommandDialog>
  )
}
