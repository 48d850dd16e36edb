import { command } from '../command.ts'
import { conflict } from '../errors.ts'
import { doneByHandInput } from '../views/case-inputs.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'

/**
 * A system that gave up was erased by hand. One person says so with the reference of what shows it, a second confirms
 * exactly that; then every system is asked again like after any other erasure (invariant 7).
 *
 * @throws Conflict when what is confirmed is not what was proposed
 */
export const doneByHand = command({
  name: 'request.done_by_hand',
  permission: 'request.done_by_hand',
  input: doneByHandInput,
  async run(context) {
    const { input, actor, now, store } = context
    const { system, evidence } = input
    const stored = await caseByCode(context, input.caseCode, input.version)
    const proposal = stored.request.proposals.find((one) => one.type === 'done_by_hand' && one.system === system)
    if (proposal !== undefined && proposal.evidence !== evidence) throw conflict('stale', { case: input.caseCode })
    const by = requestActor(actor)
    const done = await actOnCase(context, stored, { type: 'done_by_hand', at: now, by, system, evidence }, {
      what: 'request.done_by_hand', data: { system, confirmed: proposal !== undefined },
    })
    if (proposal !== undefined && by.type === 'staff') {
      for (const task of await store.erasure.tasks(stored.request.id)) {
        if (task.system !== system || task.state !== 'gave_up') continue
        const settled = { state: 'by_hand', endedAt: now, evidence, proposedBy: proposal.human, confirmedBy: by.human } as const
        await store.erasure.saveTask({ ...task, ...settled })
      }
    }
    return done
  },
})
