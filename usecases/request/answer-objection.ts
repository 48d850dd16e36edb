import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { answerObjectionInput } from '../views/approvals-inputs.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { keepTyped } from './keep-typed.ts'
import { lawFacts } from './law-facts.ts'
import { remediesForAll } from './remedies.ts'
import { requestActor } from './request-actor.ts'

/**
 * Answers an objection in words, by a supervisor who had no part in what it is about. Upheld before the window of that
 * case is over nobody is marked by it; later two supervisors find that it was carried out in error.
 */
export const answerObjection = command({
  name: 'request.answer_objection',
  permission: 'request.answer_objection',
  input: answerObjectionInput,
  async run(context) {
    const { input, actor, now, store } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    if (stored.request.kind !== 'objection') throw preconditionFailed('not_an_objection', { case: stored.request.caseCode })
    const { refusalMustOffer } = await lawFacts(store, stored.request, stored.origin)
    const answer = { upheld: input.upheld, remedies: [...remediesForAll, ...refusalMustOffer] }
    const done = await actOnCase(
      context,
      stored,
      { type: 'approve', at: now, by: requestActor(actor), planHash: input.planHash ?? '', answer },
      { what: 'request.objection_answered', data: { upheld: input.upheld, plan_hash: input.planHash } },
    )
    await keepTyped(context, stored.request, 'objection_answer', input.words)
    return done
  },
})
