import { command } from '../command.ts'
import { resolveDisputeInput } from '../views/case-inputs.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { lawFacts } from './law-facts.ts'
import { noteAbout } from './note-about.ts'
import { remediesForAll } from './remedies.ts'
import { requestActor } from './request-actor.ts'

/**
 * Answers "that was not me", by a supervisor who did not approve the request: upheld it is rejected as a fraud, or,
 * once the erasure began, found erased in error by two; not upheld the case goes on.
 */
export const resolveDispute = command({
  name: 'request.resolve_dispute',
  permission: 'request.resolve_dispute',
  input: resolveDisputeInput,
  async run(context) {
    const { input, actor, now, store } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { refusalMustOffer } = await lawFacts(store, stored.request, stored.origin)
    const remedies = [...remediesForAll, ...refusalMustOffer]
    const event = { type: 'resolve_dispute', at: now, by: requestActor(actor), upheld: input.upheld, ground: 'not_the_person', remedies } as const
    const done = await actOnCase(context, stored, event, { what: 'request.dispute_resolved', data: { upheld: input.upheld } })
    await noteAbout(context, stored.request, 'dispute_answer', input.words)
    return done
  },
})
