import { levelToDispute } from '#domain/request/assurance-needed.ts'
import { pauseOf } from '#domain/request/pause.ts'
import { isFinal } from '#domain/request/states.ts'
import { isLiveCheck } from '#domain/verification/caller-check.ts'
import { levelIn } from '../call/level-in.ts'
import { command, type CommandContext } from '../command.ts'
import { notFound, preconditionFailed } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import type { CheckLine } from '../ports/check-store.ts'
import { actOnCase } from '../request/act-on-case.ts'
import { levelsInCall } from '../request/levels-in-call.ts'
import { requestActor } from '../request/request-actor.ts'
import { objectToCheckInput } from '../views/desk-inputs.ts'
import { livePerson } from './live-person.ts'
import { reconsiderCalls } from './reconsider-calls.ts'

/**
 * Whoever holds the old contact, or the person who is said to be represented, says that this was not them. It ends the
 * check at once, at level 1 as every dispute: waiting harms only a thief. Cases that rest on it are disputed with it.
 */
export const objectToCheck = command({
  name: 'verification.object_to_check',
  permission: 'request.dispute',
  input: objectToCheckInput,
  async run(context) {
    const { input, store, now } = context
    const { call, subject, about } = await livePerson(context, input.callId)
    const check = (await store.checks.ofSubject(subject.id)).find((one) => one.id === input.checkId)
    if (check === undefined) throw notFound('check')
    if ((await levelIn(context, call, subject.id)) < 1) throw preconditionFailed('level_too_low', about)
    if (check.state === 'objected' || !isLiveCheck(check, now)) throw preconditionFailed('check_over', about)
    // Read before the check falls: the level of this very call may rest on it.
    const disputed = await disputeCases(context, check, call.id)
    await store.checks.save({ ...check, state: 'objected', objectedAt: now })
    const calls = await reconsiderCalls(context, check)
    const data = { check: check.id, kind: check.kind, was: check.state, calls, cases: disputed.cases }
    return {
      value: { state: 'objected' as const },
      events: [{ what: 'verification.objected', ...about, data }, ...disputed.events],
      jobs: disputed.jobs,
    }
  },
})

/**
 * "That was not me" for every unfinished case that was opened or verified in a call which rests on the check; for one
 * that was disputed before only by whoever is sure enough for a second time (domain book §5.2).
 */
async function disputeCases(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  check: CheckLine,
  callId: string,
): Promise<{ cases: number; events: AuditEvent[]; jobs: JobRequest[] }> {
  const { store, actor, now } = context
  const resting = new Set(await store.calls.restingOn(check))
  const levels = await levelsInCall(context, callId)
  const events: AuditEvent[] = []
  const jobs: JobRequest[] = []
  let cases = 0
  for (const stored of await store.requests.ofSubject(check.subjectId)) {
    const { request, origin, verifiedIn } = stored
    const rests = [origin.callId, verifiedIn].some((call) => call !== null && resting.has(call))
    if (!rests || isFinal(request.state) || pauseOf(request, 'disputed') !== null) continue
    const needed = levelToDispute(request.disputes)
    if (request.subjects.every(({ subjectId }) => (levels.get(subjectId) ?? 0) < needed)) continue
    const event = { type: 'dispute', at: now, by: requestActor(actor) } as const
    const done = await actOnCase(context, stored, event, { what: 'request.disputed', call: callId }, levels)
    events.push(...done.events)
    jobs.push(...(done.jobs ?? []))
    cases += 1
  }
  return { cases, events, jobs }
}
