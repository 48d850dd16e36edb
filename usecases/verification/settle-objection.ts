import { staffActor } from '../call/own-call.ts'
import { command } from '../command.ts'
import { notAllowed, preconditionFailed } from '../errors.ts'
import { settleObjectionInput } from '../views/checks.ts'
import { checkOf } from './judge-check.ts'
import { partOfChecker } from './part-of-checker.ts'

/**
 * Answers an objection to a check, by a supervisor who did not check it. The check stays ended; of a contact that was
 * reported lost it is said whether it stays so, or counts again as before this report; an earlier one stands.
 */
export const settleObjection = command({
  name: 'verification.settle_objection',
  permission: 'verification.check_document',
  input: settleObjectionInput,
  async run(context) {
    const { input, store } = context
    const { humanRef } = staffActor(context)
    const check = await checkOf(context, input.checkId, input.version)
    const about = { call: check.callId, subjects: [check.subjectId] }
    if (check.askedBy === humanRef) throw notAllowed('opened_it_yourself', about)
    if (check.checkedBy === humanRef) throw notAllowed('approved_it_yourself', about)
    if (check.state !== 'objected') throw preconditionFailed('check_over', about)
    await store.checks.save({ ...check, state: 'ended' })
    let staysLost = check.identifierId !== null && input.contactStaysLost
    if (check.identifierId !== null && !staysLost) {
      staysLost = !(await store.subjects.takeReportBack(check.identifierId, check.askedAt))
    }
    const parts = await partOfChecker(context, check.subjectId)
    const data = { check: check.id, contact_stays_lost: staysLost }
    return {
      value: { state: 'ended' as const },
      events: [{ what: 'verification.objection_settled', ...about, data }, ...parts],
    }
  },
})
