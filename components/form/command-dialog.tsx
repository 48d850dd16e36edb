'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { KeptNote } from './kept-note.tsx'
import type { CommandForm } from './use-command-form.ts'

interface CommandDialogProps {
  /** What `useCommandForm` returns, or the like of it. */
  command: Pick<CommandForm<never, never>, 'submit' | 'pending' | 'problem'> &
    Partial<Pick<CommandForm<never, never>, 'kept'>>
  title: ReactNode
  /** The one sentence below the title. */
  text: ReactNode
  /** The word on the button that sends it. */
  act: string
  /** How that button looks: `bad` where it is not easily taken back. */
  look?: 'primary' | 'bad'
  /** What is missing before it can be sent at all. */
  locked?: boolean
  /** The word on the way out: `back` where "cancel" could be read as the cancelling of a case. */
  out?: 'cancel' | 'back'
  wide?: boolean
  onClose: () => void
  /** The fields, and what is said among them. */
  children?: ReactNode
}

/**
 * A question in front of the page that sends one command: title, sentence, fields, what went wrong as a whole, the way
 * on and the way out. An error leaves it open with all that was typed; closed, it gives the focus back (see Dialog),
 * and where the command keeps a draft, what was typed is there when it is opened again.
 */
export function CommandDialog({
  command, title, text, act, look = 'primary', locked = false, out = 'cancel', wide = false, onClose, children,
}: CommandDialogProps) {
  const common = useTranslations('common')
  return (
    <Dialog open wide={wide} onOpenChange={onClose} title={title} description={text}>
      <form onSubmit={(event) => void command.submit(event)} noValidate className="grid gap-4">
        <KeptNote kept={command.kept ?? null} />
        {children}
        <FormProblem>{command.problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look={look} disabled={locked} pending={command.pending}>
            {act}
          </Button>
          <Button onClick={onClose}>{common(out)}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
