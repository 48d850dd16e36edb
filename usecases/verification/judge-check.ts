import type { CheckKind } from '#domain/verification/caller-check.ts'
import { staffActor } from '../call/own-call.ts'
import { command, type CommandContext, type CommandResult } from '../command.ts'
import { conflict, notAllowed, notFound, preconditionFailed } from '../errors.ts'
import type { CheckRecord } from '../ports/check-store.ts'
import { judgeCheckInput, type JudgeCheckInput } from '../views/checks.ts'
import { partOfChecker } from './part-of-checker.ts'
import { reconsiderCalls } from './reconsider-calls.ts'

interface Judged {
  readonly state: CheckRecord['state']
}

/** A supervisor looked the document up by its reference: it is there and is the person's, or not. */
export const checkDocument = command({
  name: 'verification.check_document',
  permission: 'verification.check_document',
  input: judgeCheckInput,
  run: (context) => judge(context, 'lost_contact'),
})

/** A supervisor looked the authority up by its reference: it lets this representative act for this person, or not. */
export const checkAuthority = command({
  name: 'verification.check_authority',
  permission: 'verification.check_authority',
  input: judgeCheckInput,
  run: (context) => judge(context, 'authority'),
})

/**
 * Writes what a supervisor found. What does not fit takes this check's own report of a lost contact back: nobody is
 * known who made it, and an earlier one stands. Either way who checked does not decide about this person (invariant 2).
 *
 * @throws NotAllowed for who asked for it; PreconditionFailed when it does not wait for this
 */
async function judge(context: CommandContext<JudgeCheckInput>, kind: CheckKind): Promise<CommandResult<Judged>> {
  const { input, store, now } = context
  const { humanRef } = staffActor(context)
  const check = await checkOf(context, input.checkId, input.version)
  const about = { call: check.callId, subjects: [check.subjectId] }
  if (check.kind !== kind) throw notFound('check')
  if (check.askedBy === humanRef) throw notAllowed('opened_it_yourself', about)
  if (check.state !== 'waiting') throw preconditionFailed('check_over', about)
  const state = input.fits ? 'checked' : 'refused'
  await store.checks.save({ ...check, state, checkedBy: humanRef, checkedAt: now })
  if (!input.fits && check.identifierId !== null) await store.subjects.takeReportBack(check.identifierId, check.askedAt)
  const calls = await reconsiderCalls(context, check)
  const parts = await partOfChecker(context, check.subjectId)
  return {
    value: { state },
    events: [
      {
        what: kind === 'authority' ? 'verification.authority_checked' : 'verification.document_checked',
        ...about,
        data: { check: check.id, fits: input.fits, capacity: check.capacity, calls },
      },
      ...parts,
    ],
  }
}

/** A check as its reader saw it. @throws NotFound; Conflict when it has moved on */
export async function checkOf(
  { store }: Pick<CommandContext<unknown>, 'store'>,
  checkId: string,
  version: number,
): Promise<CheckRecord> {
  const check = await store.checks.get(checkId)
  if (check === null) throw notFound('check')
  if (check.version !== version) throw conflict('stale')
  return check
}
