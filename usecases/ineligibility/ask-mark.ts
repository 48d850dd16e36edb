import { runCommand, type Command } from '../command.ts'
import { procedure } from '../procedure.ts'
import type { CaseMoved } from '../request/act-on-case.ts'
import type { OpenedByStaff } from './asked-by-staff.ts'
import { openCorrection } from './open-correction.ts'
import { openMark } from './open-mark.ts'
import { submitAsked } from './submit-asked.ts'

/** Opened, planned, submitted: one after the other, since whom a mark meets is known only from the plan. */
const asked = <I>(name: string, open: Command<I, OpenedByStaff>) =>
  procedure<CaseMoved>({
    name,
    async run({ runtime, planner }, input, principal) {
      const { requestId } = await runCommand(runtime, open, input, principal)
      await planner.plan(requestId)
      return runCommand(runtime, submitAsked, { requestId }, principal)
    },
  })

/** Asks for a mark without a deletion. */
export const askMark = asked('request.ask_mark', openMark)

/** Asks that a mark be found a mistake. */
export const askCorrection = asked('request.ask_correction', openCorrection)
