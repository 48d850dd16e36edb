import { z } from 'zod'
import { command } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'
import { noteAbout } from './note-about.ts'

const ReturnInput = OnCase.extend({ toStaffId: z.uuid(), question: z.string().trim().min(3, { error: 'too_short' }).max(2_000, { error: 'too_long' }) })

/** Sends a request back to a named agent's list, with a question. At most twice, and not past `decide_by`. */
export const returnRequest = command({
  name: 'request.return',
  permission: 'request.return',
  input: ReturnInput,
  async run(context) {
    const { input, actor, now, store } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const agent = await store.staff.byId(input.toStaffId)
    if (agent === null || agent.role !== 'agent' || agent.status !== 'active') {
      throw invalidInput('agent', { toStaffId: 'no_such_agent' })
    }
    const event = { type: 'return', at: now, by: requestActor(actor), to: agent.humanRef } as const
    const done = await actOnCase(context, stored, event, { what: 'request.returned', data: { to: agent.id } })
    await noteAbout(context, stored.request, 'return_question', input.question)
    return done
  },
})
