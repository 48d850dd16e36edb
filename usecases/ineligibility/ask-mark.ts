import { runCommand, type Command } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import { procedure } from '../procedure.ts'
import type { CaseMoved } from '../request/act-on-case.ts'
import type { OpenedByStaff } from './asked-by-staff.ts'
import { openCorrection } from './open-correction.ts'
import { openMark, type NotOpened } from './open-mark.ts'
import { submitAsked } from './submit-asked.ts'

/** Opened, planned, submitted: one after the other, since whom a mark meets is known only from the plan. */
const asked = <I>(name: string, open: Command<I, OpenedByStaff | NotOpened>) =>
  procedure<CaseMoved>({
    name,
    async run({ runtime, planner }, input, principal) {
      const opened = await runCommand(runtime, open, input, principal)
      if ('notOpened' in opened) throw refusalOf(opened)
      const { requestId } = opened
      await planner.plan(requestId)
      return runCommand(runtime, submitAsked, { requestId }, principal)
    },
  })

/** What the form is told. */
const refusalOf = ({ notOpened, caseCode }: NotOpened) =>
  notOpened === 'open_already'
    ? preconditionFailed(notOpened, { case: caseCode ?? undefined })
    : invalidInput('input', { query: notOpened })

/** Asks for a mark without a deletion. */
export const askMark = asked('request.ask_mark', openMark)

/** Asks that a mark be found a mistake. */
export const askCorrection = asked('request.ask_correction', openCorrection)
