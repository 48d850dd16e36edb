import { command, runCommand, type CommandContext, type CommandResult } from '../command.ts'
import { AppError, notFound, preconditionFailed } from '../errors.ts'
import { procedure } from '../procedure.ts'
import { runQuery } from '../query.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { followLinkInput, type FollowLinkInput, type LinkFollowed } from '../views/link.ts'
import { denyInCall, denyInCase } from './deny-by-link.ts'
import { linkBehind, type LinkBehind } from './link-behind.ts'
import { raiseLevel } from './raise-level.ts'
import { readLink } from './read-link.ts'

type Context = CommandContext<FollowLinkInput>
type Behind<A extends LinkBehind['about']> = Extract<LinkBehind, { about: A }>

/**
 * Whoever holds a contact on file answers a one-time link, once. In a call a yes counts as the right code does; about a
 * case it lets the system submit what waited (submit-confirmed.ts). A no is the old contact's "that was not me".
 */
export const useLink = command({
  name: 'verification.use_link',
  permission: 'verification.follow_link',
  input: followLinkInput,
  async run(context): Promise<CommandResult<LinkFollowed>> {
    const { input, store, now } = context
    const behind = await linkBehind(store, input.token, now)
    if (behind === null) throw notFound('link')
    const refuses = input.answer === 'refuse'
    if (!(await store.links.end(behind.link.id, refuses ? 'refused' : 'confirmed', now))) throw notFound('link')
    if (behind.about === 'call') return refuses ? denyInCall(context, behind) : confirmInCall(context, behind)
    return refuses ? denyInCase(context, behind) : confirmInCase(context, behind)
  },
})

/** The call gets the level that everything shown in it gives together now. */
async function confirmInCall(context: Context, { link, verificationId, call }: Behind<'call'>): Promise<CommandResult<LinkFollowed>> {
  const { store, now } = context
  if (!(await store.calls.endVerification(verificationId, 'passed', now))) throw notFound('link')
  const level = await raiseLevel(context, call, link.subjectId)
  const data = { verification: verificationId, notification: link.id, confirmed: true, level }
  return {
    value: { answer: 'confirm' },
    events: [{ what: 'verification.link_used', call: call.id, subjects: [link.subjectId], data }],
  }
}

/** The system asks the machine whether that is enough: its plan has to be made first. */
async function confirmInCase({ now }: Context, { link, stored, waits }: Behind<'case'>): Promise<CommandResult<LinkFollowed>> {
  const { request } = stored
  if (!waits) throw preconditionFailed('case_went_on', { case: request.caseCode })
  const data = { notification: link.id, confirmed: true }
  return {
    value: { answer: 'confirm' },
    events: [{ what: 'verification.link_used', ...aboutRequest(request), subjects: [link.subjectId], data }],
    jobs: [{
      kind: 'request.confirmed', key: `request.confirmed:${link.id}`, payload: { request: request.id }, runAt: now,
    }],
  }
}

/**
 * Answers a link. One that leads nowhere is only read, so that whoever tries addresses leaves nothing in the log; it is
 * answered like one that somebody else answered in between.
 */
export const followLink = procedure({
  name: 'verification.use_link',
  async run({ runtime }, rawInput, principal): Promise<LinkFollowed> {
    const parsed = followLinkInput.safeParse(rawInput)
    const token = parsed.success ? parsed.data.token : ''
    const nothing: LinkFollowed = { answer: 'nothing' }
    const view = await runQuery(runtime, readLink, { token }, principal)
    if (!parsed.success || view === null || (parsed.data.answer === 'confirm' && !view.mayConfirm)) return nothing
    try {
      return await runCommand(runtime, useLink, parsed.data, principal)
    } catch (fault) {
      const over = fault instanceof AppError && ['not_found', 'precondition_failed', 'conflict'].includes(fault.code)
      if (over) return nothing
      throw fault
    }
  },
})
